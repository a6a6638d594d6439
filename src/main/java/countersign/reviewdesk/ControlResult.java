package countersign.reviewdesk;

import countersign.approval.ApprovalStep;
import countersign.request.RequestKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one control case.
 *
 * @param openedBy accounts that opened it
 * @param endorsedBy account that endorsed it last; null if none did
 * @param countersignedBy account that countersigned it; null if none did
 * @param foundBy account that denied it; null if none did
 */
public record ControlResult(
    RequestKey key,
    ControlFlaw flaw,
    Instant madeAt,
    List<String> openedBy,
    @Nullable String endorsedBy,
    @Nullable String countersignedBy,
    @Nullable String foundBy,
    Verdict verdict) {
  /** Copies the list. */
  public ControlResult {
    openedBy = List.copyOf(openedBy);
  }

  /** What became of it. */
  public enum Verdict {
    /** Nobody has decided it yet. */
    OPEN,
    /** One person endorsed it; a second person decides next. */
    HALF_APPROVED,
    /** A reviewer denied it. */
    FOUND,
    /** Two people approved it. */
    APPROVED,
    /** Its time passed before a second person decided. */
    UNDECIDED
  }

  static ControlResult of(ControlCase one, List<String> openedBy, Instant now) {
    String endorsed = account(one, ApprovalStep.ENDORSE.name());
    String countersigned = account(one, ApprovalStep.COUNTERSIGN.name());
    String found = account(one, "DECLINE");
    return new ControlResult(
        one.key(),
        one.flaw(),
        one.draftedAt(),
        openedBy,
        endorsed,
        countersigned,
        found,
        verdict(one, endorsed, countersigned, found, now));
  }

  private static Verdict verdict(
      ControlCase one,
      @Nullable String endorsed,
      @Nullable String countersigned,
      @Nullable String found,
      Instant now) {
    if (found != null) {
      return Verdict.FOUND;
    }
    if (countersigned != null) {
      return Verdict.APPROVED;
    }
    if (one.isOver(now)) {
      return Verdict.UNDECIDED;
    }
    return endorsed == null ? Verdict.OPEN : Verdict.HALF_APPROVED;
  }

  private static @Nullable String account(ControlCase one, String step) {
    return one.last(step).map(ControlCase.Decided::account).orElse(null);
  }
}
