package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One outcome of each kind, all of the same request. */
public final class Outcomes {
  private static final Instant AT = Instant.parse("2026-11-24T15:00:00Z");

  private Outcomes() {}

  /** Every outcome there is. */
  public static List<Outcome> of(RequestKey key) {
    return Arrays.stream(OutcomeKind.values()).map(kind -> of(kind, key)).toList();
  }

  private static Outcome of(OutcomeKind kind, RequestKey key) {
    return switch (kind) {
      case DONE -> new Outcome.Done(key, RequestState.ENDORSED);
      case UNKNOWN -> new Outcome.Unknown(key);
      case WRONG_ROLE -> new Outcome.WrongRole(key, Role.COUNTERSIGNER);
      case WRONG_PERSON ->
          new Outcome.WrongPerson(key, "adams", Optional.of(AT), Optional.of(AT.plusSeconds(60)));
      case VETOED -> new Outcome.Vetoed(key.toString());
      case NOT_OF_RECORD -> new Outcome.NotOfRecord(key, "carla");
      case SAME_COUNSEL -> new Outcome.SameCounsel(key, "carla");
      case TOO_LATE -> new Outcome.TooLate(key);
      case STALE_DRAFT -> new Outcome.StaleDraft(key, "0".repeat(64));
      case LAPSED -> new Outcome.Lapsed(key);
      case WRONG_STATE -> new Outcome.WrongState(key, RequestState.DELIVERED);
      case TOO_SOON -> new Outcome.TooSoon(key, AT);
      case UNANSWERED -> new Outcome.Unanswered(key);
      case NO_REASON -> new Outcome.NoReason(key);
    };
  }
}
