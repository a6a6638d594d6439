package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.WrittenReason;
import countersign.lifecycle.Work;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.request.Role;
import countersign.sealing.Resealing;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Seals a response anew that does not verify, by two people, for both pages and API. Stateless. */
final class ResealActions {
  private final Resealing resealing;
  private final Clock clock;

  ResealActions(Resealing resealing, Clock clock) {
    this.resealing = resealing;
    this.clock = clock;
  }

  /** Whether two people can have this parked work sealed anew. */
  static boolean isPossible(Work.QueuedWork row) {
    return ReasonCode.D412_SEAL_NOT_VERIFIED.name().equals(row.cause())
        && response(row.id()).isPresent();
  }

  /** The open proposal about parked work; empty if there is none. */
  Optional<Resealing.Proposed> proposed(Work.QueuedWork row) {
    return isPossible(row)
        ? response(row.id()).flatMap(id -> resealing.proposal(id, clock.instant()))
        : Optional.empty();
  }

  /**
   * Proposes to seal a response anew, or confirms the proposal of another person.
   *
   * @throws ApiException if no reason is given, no response with this id is held with D412, or the
   *     caller may not take the next step
   */
  Resealing.Step take(@Nullable String id, @Nullable String reason, Caller caller) {
    ResponseId response =
        response(WrittenReason.text(id == null ? "" : id))
            .orElseThrow(
                () -> ApiException.of(ConsoleRefusal.C404_UNKNOWN, "No response has this id."));
    String why = WrittenReason.given(reason);
    try {
      return resealing.take(response, new Resealing.By(caller.actor(), caller.roles()), why);
    } catch (Resealing.NotResealed refused) {
      String sentence = String.valueOf(refused.getMessage());
      throw switch (refused.why()) {
        case OTHER_STATE, UPLOADING -> ApiException.of(ConsoleRefusal.C409_OTHER_STATE, sentence);
        case SAME_PERSON_OR_ROLE ->
            new ApiException(
                HttpStatus.FORBIDDEN,
                ReasonCode.S506_ACCESS.name(),
                ReasonCode.S506_ACCESS.sentence(),
                sentence,
                Map.of());
      };
    }
  }

  /** The next step of this reader; null if there is none. */
  static @Nullable String step(Caller reader, Optional<Resealing.Proposed> proposed) {
    boolean second = reader.is(Role.PRIVACY_OFFICER) || reader.is(Role.COUNSEL);
    if (proposed.isPresent() && second && !proposed.get().by().equals(reader.account())) {
      return "Confirm the new sealing";
    }
    return proposed.isEmpty() && reader.is(Role.OPERATOR) ? "Propose to seal it anew" : null;
  }

  private static Optional<ResponseId> response(String id) {
    try {
      return Optional.of(ResponseId.parse(id));
    } catch (IllegalArgumentException noResponse) {
      return Optional.empty();
    }
  }
}
