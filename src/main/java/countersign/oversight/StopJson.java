package countersign.oversight;

import countersign.stops.Stop;
import countersign.stops.StopPreview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stop or a veto. While it is in force, the gateway releases and uploads nothing in its scope.
 *
 * @param id number of the stop
 * @param kind STOP or VETO
 * @param scope kind of thing that it stops
 * @param value id of what it stops; {@code *} for all, a short form of a keyed hash for a person
 * @param reason reason for setting it
 * @param setBy account that set it
 * @param setAt time at which a person set it
 * @param inForceAt time at which the last upload in its scope ended; null if one is still running
 * @param proposal the newest proposal to lift it; null if there is none
 * @param liftedBy account that lifted it; null while it is in force
 * @param liftedAt time at which it was lifted; null while it is in force
 * @param liftReason reason for lifting it; null while it is in force
 */
@Schema(
    name = "Stop",
    description = "Until it is lifted, nothing in its scope is released or uploaded")
record StopJson(
    long id,
    @Schema(description = "STOP, or VETO for counsel's no to a file or a person") String kind,
    @Schema(description = SCOPES) String scope,
    @Schema(
            description =
                "Id of what is stopped; * for ALL; a short form of a keyed hash for a person")
        String value,
    String reason,
    String setBy,
    Instant setAt,
    @Schema(
            description =
                "When the last upload in its scope ended; null while an upload is still under way")
        @Nullable Instant inForceAt,
    @Nullable ProposalJson proposal,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason) {
  private static final String SCOPES =
      "ALL, AGREEMENT, AGENCY, FILE, OFFICER, SUBJECT (a person), DISTRICT (a judicial district) or PICKED_UP (days)";

  /** Converts a stop. */
  static StopJson of(Stop stop) {
    Stop.Lifting lifting = stop.lifting();
    Stop.Proposal proposal = stop.proposal();
    return new StopJson(
        stop.number(),
        stop.kind().name(),
        stop.scope().name(),
        stop.value(),
        stop.reason(),
        stop.setBy(),
        stop.setAt(),
        stop.inForceAt(),
        proposal == null ? null : ProposalJson.of(proposal),
        lifting == null ? null : lifting.by(),
        lifting == null ? null : lifting.at(),
        lifting == null ? null : lifting.reason());
  }

  /** Whether the stop has not been lifted. */
  boolean active() {
    return liftedAt == null;
  }

  /** Whether it is a veto. */
  boolean veto() {
    return kind.equals(Stop.Kind.VETO.name());
  }

  /** A proposal to lift a stop. */
  @Schema(name = "LiftProposal")
  record ProposalJson(
      String proposedBy,
      Instant proposedAt,
      @Schema(description = "From this time on it cannot be confirmed") Instant expiresAt,
      String reason) {
    private static ProposalJson of(Stop.Proposal proposal) {
      return new ProposalJson(
          proposal.by(), proposal.at(), proposal.expiresAt(), proposal.reason());
    }
  }

  /**
   * A call that previews or sets a stop.
   *
   * @param previewed the {@code value} of the preview; the stop is refused if it has another
   */
  @Schema(name = "NewStop")
  record Wanted(
      @Schema(
              description = "STOP if left out; only counsel sets a VETO, on a FILE or SUBJECT",
              allowableValues = {"STOP", "VETO"})
          @Nullable String kind,
      @Schema(
              description = SCOPES + "; ALL if left out",
              allowableValues = {
                "ALL",
                "AGREEMENT",
                "AGENCY",
                "FILE",
                "OFFICER",
                "SUBJECT",
                "DISTRICT",
                "PICKED_UP"
              })
          @Nullable String scope,
      @Schema(
              description =
                  "Known id; the nine digits of the number for SUBJECT, which only counsel sends and which is stored nowhere; 2026-11-01/2026-11-30 for PICKED_UP; leave it out for ALL")
          @Nullable String value,
      @Schema(description = "Why, in your own words; required to set a stop")
          @Nullable String reason,
      @Schema(description = "true sets a stop that catches nothing now; otherwise 409")
          @Nullable Boolean catchesNothing,
      @Schema(description = "Value that the preview named; 409 if the stop would have another")
          @Nullable String previewed) {}

  /** What a stop would catch. */
  @Schema(name = "StopPreview", description = "Numbers and ids only, never a person")
  record Preview(
      String scope,
      @Schema(description = "Value that the stop would have") String value,
      @Schema(description = "Requests that wait for a decision before their look-up") long held,
      @Schema(description = "Requests that are accepted and whose answer is not uploaded")
          long taken,
      long files,
      @Schema(description = "The newest 500 of these files") List<String> fileIds,
      @Schema(description = "Responses that were uploaded or may be uploading") long left,
      @Schema(description = "The newest 500 of these responses") List<String> leftIds,
      boolean catchesNothing) {

    static Preview of(Stop.Target target, StopPreview preview) {
      return new Preview(
          target.scope().name(),
          target.value(),
          preview.held(),
          preview.taken(),
          preview.files(),
          preview.fileIds(),
          preview.left(),
          preview.leftIds(),
          preview.catchesNothing());
    }
  }

  /** A call that lifts a stop. */
  @Schema(name = "Lift")
  record Lift(
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
