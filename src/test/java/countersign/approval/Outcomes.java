package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One outcome of each kind, all for the same request. */
public final class Outcomes {
  private static final Instant AT = Instant.parse("2026-11-24T15:00:00Z");

  private Outcomes() {}

  /** One outcome of each kind for the request. */
  public static List<ApprovalOutcome> of(RequestKey key) {
    return Arrays.stream(OutcomeKind.values()).map(kind -> of(kind, key)).toList();
  }

  private static ApprovalOutcome of(OutcomeKind kind, RequestKey key) {
    return switch (kind) {
      case DONE -> new ApprovalOutcome.Done(key, RequestState.ENDORSED);
      case UNKNOWN -> new ApprovalOutcome.Unknown(key);
      case WRONG_ROLE -> new ApprovalOutcome.WrongRole(key, Role.COUNTERSIGNER);
      case WRONG_PERSON ->
          new ApprovalOutcome.WrongPerson(
              key, "adams", Optional.of(AT), Optional.of(AT.plusSeconds(60)));
      case VETOED -> new ApprovalOutcome.Vetoed(key.toString());
      case NOT_OF_RECORD -> new ApprovalOutcome.NotOfRecord(key, "carla");
      case SAME_COUNSEL -> new ApprovalOutcome.SameCounsel(key, "carla");
      case TOO_LATE -> new ApprovalOutcome.TooLate(key);
      case STALE_DRAFT -> new ApprovalOutcome.StaleDraft(key, "0".repeat(64));
      case EXPIRED -> new ApprovalOutcome.Expired(key);
      case WRONG_STATE -> new ApprovalOutcome.WrongState(key, RequestState.DELIVERED);
      case TOO_SOON -> new ApprovalOutcome.TooSoon(key, AT);
      case UNANSWERED -> new ApprovalOutcome.Unanswered(key);
      case CLAIMED -> new ClaimedByOther(key, "baker", AT);
      case SAME_PAIR -> new SamePair(key, "adams", 5);
      case DECIDED_OTHERWISE -> new DecidedOtherwise(key, RequestState.ENDORSED);
      case NOT_ENROLLED -> new NotEnrolled(key, "adams");
      case NO_REASON -> new ApprovalOutcome.NoReason(key);
    };
  }
}
