package countersign.reviewdesk;

import countersign.approval.CaseFile;
import countersign.approval.WorkItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Control cases as reviewers meet them: in their list, on their pages and in their calls, like
 * requests. For everybody else they do not exist, except as results for the privacy officer.
 * Stateless.
 */
public final class ControlCases {
  private static final int MOST = 500;

  private final JdbcControlCases rows;
  private final JdbcControlOffers offers;
  private final ControlContents contents;
  private final Clock clock;

  ControlCases(
      JdbcControlCases rows, JdbcControlOffers offers, ControlContents contents, Clock clock) {
    this.rows = rows;
    this.offers = offers;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * Whether control cases are for this person: a reviewer who neither decides as counsel nor reads
   * the results as privacy officer.
   */
  public static boolean isFor(Reviewer reader) {
    return (reader.may(Role.FIRST_REVIEWER) || reader.may(Role.COUNTERSIGNER))
        && !reader.may(Role.COUNSEL)
        && !reader.may(Role.PRIVACY_OFFICER);
  }

  Optional<ControlCase> find(RequestKey key) {
    return rows.find(key).filter(contents::isGenuine);
  }

  /** The case as a reviewer sees it; empty if it is no control case. */
  Optional<CaseFile> caseOf(RequestKey key) {
    return find(key).map(one -> contents.open(one, clock.instant()));
  }

  /** The account behind the endorsement that counts; empty if there is none. */
  Optional<String> endorserOf(RequestKey key) {
    return rows.find(key)
        .flatMap(one -> one.endorsement(clock.instant()))
        .map(ControlCase.Decided::account);
  }

  /** Records that this person opened a control case. */
  void opened(RequestKey key, Reviewer reader) {
    offers.opened(key, reader.account(), clock.instant());
  }

  /** The control cases that wait for this person. */
  List<WorkItem> waiting(Reviewer reviewer) {
    if (!isFor(reviewer) || reviewer.isExcluded()) {
      return List.of();
    }
    List<WorkItem> waiting = new ArrayList<>();
    for (ControlCase one : rows.open(clock.instant())) {
      RequestState state = one.state(clock.instant());
      String endorser = one.endorsement(clock.instant()).map(row -> row.account()).orElse(null);
      boolean first = state == RequestState.DRAFTED && reviewer.may(Role.FIRST_REVIEWER);
      boolean second =
          state == RequestState.ENDORSED
              && reviewer.may(Role.COUNTERSIGNER)
              && !Objects.equals(endorser, reviewer.account());
      if (first || second) {
        waiting.add(
            new WorkItem(
                one.key(),
                state,
                one.hex(),
                one.draftedAt(),
                one.endorsement(clock.instant()).map(row -> row.lapsesAt()).orElse(null),
                one.partner(),
                one.answerBy(),
                endorser));
      }
    }
    return waiting;
  }

  /** What each of these files shows of its control cases to reviewers. */
  public Map<FileId, List<Shown>> in(Collection<FileId> files) {
    return rows.of(files).stream()
        .map(this::shown)
        .collect(Collectors.groupingBy(one -> one.key().file()));
  }

  /** What a request list shows of this control case; empty if it is none. */
  public Optional<Shown> shown(RequestKey key) {
    return rows.find(key).map(this::shown);
  }

  private Shown shown(ControlCase one) {
    return new Shown(one.key(), one.like(), one.state(clock.instant()));
  }

  /**
   * A control case in a list of requests.
   *
   * @param like the request whose place in time it shares
   */
  public record Shown(RequestKey key, RequestKey like, RequestState state) {}

  /** Number of control cases that wait in a state. */
  public long waiting(RequestState state) {
    return rows.open(clock.instant()).stream()
        .filter(one -> one.state(clock.instant()) == state)
        .count();
  }

  /** The results for the privacy officer, newest first, at most 500. */
  public List<ControlResult> results() {
    List<ControlCase> all = rows.newest(MOST);
    var opened = offers.openedBy(all.stream().map(ControlCase::key).toList());
    return all.stream()
        .map(
            one ->
                ControlResult.of(one, opened.getOrDefault(one.key(), List.of()), clock.instant()))
        .toList();
  }
}
