package countersign.console;

import countersign.approval.CaseFile;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.reviewdesk.CaseClaim;
import countersign.reviewdesk.KeptReasons;
import countersign.reviewdesk.KeptReasons.Purpose;
import countersign.reviewdesk.PairRotation;
import countersign.reviewdesk.ReviewDesk;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page of a case shows of the reviewers' desk. Stateless. */
final class CaseDesk {
  private final ReviewDesk desk;
  private final KeptReasons reasons;
  private final PairRotation pairs;
  private final Clock clock;

  CaseDesk(ReviewDesk desk, KeptReasons reasons, PairRotation pairs, Clock clock) {
    this.desk = desk;
    this.reasons = reasons;
    this.pairs = pairs;
    this.clock = clock;
  }

  /**
   * The desk's part of a page.
   *
   * @param mine whether the reader holds the claim
   * @param holder account of another person who holds it; null if none does
   * @param until the time at which the claim ends; null if nobody holds it
   * @param rotation null, or what the rotation of pairs says to the reader
   * @param kept what the reader wrote before
   */
  record Shown(
      boolean mine,
      @Nullable String holder,
      @Nullable Timestamps until,
      @Nullable String rotation,
      boolean blocked,
      Map<String, String> kept) {
    /** Whether the reader may not decide now, because of another person's claim or the rotation. */
    public boolean closed() {
      return holder != null || blocked;
    }

    /** The text that the reader wrote for this step; null if there is none. */
    public @Nullable String written(String step) {
      return kept.get(step.toUpperCase(java.util.Locale.ROOT));
    }
  }

  CaseView view(CaseFile found, Caller caller) {
    return CaseView.of(found, caller, clock);
  }

  /** The desk's part of the page. Reading the page is work on the case. */
  Shown of(CaseFile found, Caller caller) {
    RequestKey key = found.key();
    desk.works(key, caller.account());
    Optional<CaseClaim> claim = desk.claimOn(key);
    boolean mine = claim.filter(held -> held.isBy(caller.account())).isPresent();
    PairRotation.Verdict verdict = rotation(found, caller);
    return new Shown(
        mine,
        mine ? null : claim.map(CaseClaim::account).orElse(null),
        claim.map(held -> Timestamps.at(held.until(), clock)).orElse(null),
        sentence(verdict),
        verdict == PairRotation.Verdict.BLOCKED,
        reasons.of(key, caller.account()).entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    entry -> entry.getKey().name(), Map.Entry::getValue)));
  }

  private PairRotation.Verdict rotation(CaseFile found, Caller caller) {
    if (found.state() != RequestState.ENDORSED || !CaseView.May.of(found, caller).countersign()) {
      return PairRotation.Verdict.FREE;
    }
    return found.approvals().stream()
        .filter(row -> !row.isVoid() && row.step().equals("ENDORSE"))
        .reduce((earlier, later) -> later)
        .map(row -> pairs.of(row.account(), caller.account()))
        .orElse(PairRotation.Verdict.FREE);
  }

  private @Nullable String sentence(PairRotation.Verdict verdict) {
    return switch (verdict) {
      case FREE -> null;
      case WAIVED ->
          "You and this endorser signed the last %d cases of the endorser together. You may sign this one too, because no third person is at work. The privacy officer sees it."
              .formatted(pairs.most());
      case BLOCKED ->
          "You and this endorser signed the last %d cases of the endorser together. A third person is at work and takes this one."
              .formatted(pairs.most());
    };
  }

  /** Keeps what a person wrote, so that a conflict or the end of a session loses nothing. */
  void keep(RequestKey key, Caller caller, Purpose purpose, String text) {
    reasons.keep(key, caller.account(), purpose, WrittenReason.text(text));
    desk.works(key, caller.account());
  }
}
