package countersign.console;

import countersign.authority.Stop;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop. While it is in force, the gateway releases and uploads nothing in its scope.
 *
 * @param id number of the stop
 * @param scope kind of thing that it stops
 * @param value id of the agreement, agency, file or officer; {@code *} for all
 * @param reason reason for setting it
 * @param setBy account that set it
 * @param setAt time at which a person set it
 * @param inForceAt time at which the last upload in its scope ended; null if one is still running
 * @param liftedBy account that lifted it; null while it is in force
 * @param liftedAt time at which it was lifted; null while it is in force
 * @param liftReason reason for lifting it; null while it is in force
 */
@Schema(
    name = "Stop",
    description = "Until it is lifted, nothing in its scope is released or uploaded")
record StopJson(
    long id,
    @Schema(description = "ALL, AGREEMENT, AGENCY, FILE or OFFICER") String scope,
    @Schema(description = "Id of what is stopped; * for ALL") String value,
    String reason,
    String setBy,
    Instant setAt,
    @Schema(
            description =
                "When the last upload in its scope ended; null while an upload is still under way")
        @Nullable Instant inForceAt,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason) {

  /** Converts a stop. */
  static StopJson of(Stop stop) {
    Stop.Lifting lifting = stop.lifting();
    return new StopJson(
        stop.number(),
        stop.scope().name(),
        stop.value(),
        stop.reason(),
        stop.setBy(),
        stop.setAt(),
        stop.inForceAt(),
        lifting == null ? null : lifting.by(),
        lifting == null ? null : lifting.at(),
        lifting == null ? null : lifting.reason());
  }

  /** Whether the stop has not been lifted. */
  boolean active() {
    return liftedAt == null;
  }

  /** A call that sets a stop. */
  @Schema(name = "NewStop")
  record Wanted(
      @Schema(
              description = "ALL, AGREEMENT, AGENCY, FILE or OFFICER; ALL if left out",
              allowableValues = {"ALL", "AGREEMENT", "AGENCY", "FILE", "OFFICER"})
          @Nullable String scope,
      @Schema(description = "Id of what to stop; leave it out for ALL") @Nullable String value,
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** A call that lifts a stop. */
  @Schema(name = "Lift")
  record Lift(
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
