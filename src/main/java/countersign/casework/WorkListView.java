package countersign.casework;

import countersign.approval.WorkItem;
import countersign.console.Caller;
import countersign.console.Timestamps;
import countersign.intake.HeldList.HeldItem;
import countersign.request.ReasonCode;
import countersign.request.RequestState;
import countersign.reviewdesk.CaseClaim;
import countersign.reviewdesk.ReviewDesk;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of waiting cases and of what is held shows, in words. Stateless. */
final class WorkListView {
  private static final int ON_A_PAGE = 25;

  private final Clock clock;

  WorkListView(Clock clock) {
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param mine cases that the reader works on
   * @param cases other cases that the reader may take, the earliest due first; one page of them
   * @param all number of these cases on all pages
   * @param from place of the first of them, beginning with 1
   * @param next place of the first case of the next page; 0 if this is the last page
   * @param elsewhere number of further cases that other people work on
   * @param held held files and requests
   * @param filter what the reader wants to see
   * @param said message about the reader's last decision; null if there is none
   */
  record CaseList(
      List<ListedCase> mine,
      List<ListedCase> cases,
      int all,
      int from,
      int next,
      int elsewhere,
      List<ListedHeld> held,
      WorkListFilter filter,
      @Nullable String said) {}

  /**
   * Which part of the list is shown.
   *
   * @param said message about the reader's last decision; null if there is none
   * @param from place of the first case of the page, beginning with 1
   */
  record Shown(@Nullable String said, int from, WorkListFilter filter) {}

  /**
   * A waiting case.
   *
   * @param waitsFor decision for which the case waits
   * @param drafted time at which the draft was made
   * @param due time by which a person must decide; null if it is not known yet
   * @param holder account of another person who works on it; null if none does
   * @param until time at which the claim ends; null if nobody works on it
   */
  record ListedCase(
      String fileId,
      String requestId,
      String partner,
      String waitsFor,
      Timestamps drafted,
      @Nullable Timestamps due,
      @Nullable String holder,
      @Nullable Timestamps until) {}

  /**
   * A held file or request.
   *
   * @param requestId null if the whole file waits
   * @param lapses time at which the gateway rejects it; null if that time does not run
   */
  record ListedHeld(
      String fileId,
      @Nullable String requestId,
      String partner,
      List<ReasonCode> codes,
      String missing,
      Timestamps since,
      @Nullable Timestamps lapses) {}

  /** The content of the page, for this reader. */
  CaseList of(
      List<ReviewDesk.DeskCase> mine,
      ReviewDesk.DeskList list,
      List<HeldItem> held,
      Shown shown,
      Caller reader) {
    List<ReviewDesk.DeskCase> others =
        list.cases().stream().filter(one -> !isBy(one, reader)).toList();
    int last = Math.max(0, others.size() - 1) / ON_A_PAGE * ON_A_PAGE + 1;
    int begin = Math.min(shown.from(), last);
    int end = Math.min(begin - 1 + ON_A_PAGE, others.size());
    return new CaseList(
        rows(mine, reader),
        rows(others.subList(begin - 1, end), reader),
        others.size(),
        begin,
        end < others.size() ? end + 1 : 0,
        list.elsewhere(),
        held.stream().map(this::row).toList(),
        shown.filter(),
        shown.said());
  }

  private List<ListedCase> rows(List<ReviewDesk.DeskCase> cases, Caller caller) {
    return cases.stream().map(one -> row(one, caller)).toList();
  }

  private static boolean isBy(ReviewDesk.DeskCase one, Caller caller) {
    return one.claim().filter(claim -> claim.isBy(caller.account())).isPresent();
  }

  private ListedCase row(ReviewDesk.DeskCase one, Caller caller) {
    WorkItem item = one.item();
    return new ListedCase(
        item.key().file().value(),
        item.key().requestId(),
        item.partner(),
        waitsFor(item.state()),
        Timestamps.at(item.draftedAt(), clock),
        Timestamps.of(item.dueAt().orElse(null), clock),
        one.claim()
            .filter(claim -> !claim.isBy(caller.account()))
            .map(CaseClaim::account)
            .orElse(null),
        Timestamps.of(one.claim().map(CaseClaim::until).orElse(null), clock));
  }

  private ListedHeld row(HeldItem item) {
    return new ListedHeld(
        item.file().value(),
        item.request(),
        item.partner(),
        item.codes(),
        item.missing(),
        Timestamps.at(item.since(), clock),
        Timestamps.of(item.lapsesAt(), clock));
  }

  static String waitsFor(RequestState state) {
    return switch (state) {
      case DRAFTED -> "first reviewer";
      case ENDORSED -> "countersigner";
      case COUNTERSIGNED -> "release";
      case DECLINED -> "second counsel";
      case REFUSED,
          HELD,
          TAKEN,
          UNMATCHED,
          EXPIRED,
          RELEASED,
          DELIVERED,
          RECALLED,
          ANSWERED_BEFORE ->
          "no person";
    };
  }
}
