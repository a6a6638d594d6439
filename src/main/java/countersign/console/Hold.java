package countersign.console;

import countersign.authority.Stop;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold: nothing in its scope is released or uploaded while it stands.
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
@Schema(description = "While it stands, nothing in its scope is released or uploaded")
record Hold(
    long id,
    @Schema(description = "ALL, AGREEMENT, AGENCY, FILE or OFFICER") String scope,
    @Schema(description = "Which one; * for ALL") String value,
    String reason,
    String setBy,
    Instant setAt,
    @Schema(
            description =
                "Since when no upload in its scope is under way any more; null: one still is")
        @Nullable Instant inForceAt,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason) {

  /** Tells a stop; this house calls it a hold where people set and lift it. */
  static Hold of(Stop stop) {
    Stop.Lifting lifting = stop.lifting();
    return new Hold(
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
  @Schema(name = "NewHold")
  record Wanted(
      @Schema(
              description = "ALL, AGREEMENT, AGENCY, FILE or OFFICER; ALL if left out",
              allowableValues = {"ALL", "AGREEMENT", "AGENCY", "FILE", "OFFICER"})
          @Nullable String scope,
      @Schema(description = "Which one; left out for ALL") @Nullable String value,
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** Why it is lifted. */
  @Schema(name = "Lift")
  record Lift(
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
