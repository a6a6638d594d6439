package countersign.console;

import countersign.authority.Stop;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop: nothing in its scope is released or uploaded while it stands.
 *
 * @param id number
 * @param scope what it stops
 * @param value which agreement, agency, file or officer; {@code *} for all
 * @param reason why it was set
 * @param setBy account
 * @param setAt when it was asked for
 * @param inForceAt from when on no upload in its scope was under way any more; null: one still is
 * @param liftedBy account; null while it stands
 * @param liftedAt when; null while it stands
 * @param liftReason why; null while it stands
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

  /** A stop as the API shows it. */
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

  /** Whether it still stops anything. */
  boolean stands() {
    return liftedAt == null;
  }

  /** What to stop. */
  @Schema(name = "NewStop")
  record Wanted(
      @Schema(
              description = "ALL, AGREEMENT, AGENCY, FILE or OFFICER; ALL if left out",
              allowableValues = {"ALL", "AGREEMENT", "AGENCY", "FILE", "OFFICER"})
          @Nullable String scope,
      @Schema(description = "Id of what to stop; leave it out for ALL") @Nullable String value,
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** Why it is lifted. */
  @Schema(name = "Lift")
  record Lift(
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
