package countersign.verification;

import countersign.authority.Enrolment;
import java.util.List;

/**
 * Reads the decisions on each request once, with its events and results, and lets {@link
 * ApprovalCheck} and {@link ReleaseCheck} compare them on all cores, because their signatures take
 * most of the time.
 */
final class DecisionCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event
      where verb in ('endorse', 'countersign', 'decline', 'reconsider', 'lift', 'lapse') and subject not like 'stop/%'
      order by subject collate "C", id
      """;
  private static final String ROWS =
      """
      select id, number, step, account, draft_sha256, at, lapses_at, identifies_informant, impairs_investigation,
        statement, signature, key_id
      from approval order by id collate "C", number
      """;

  private final ApprovalCheck approvals;
  private final ReleaseCheck releases;

  DecisionCheck(Enrolment enrolment) {
    this.approvals = new ApprovalCheck(enrolment);
    this.releases = new ReleaseCheck(enrolment);
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(ROWS, SignedRow::of);
        var items = snapshot.rows(ReleaseCheck.ITEMS, ReleaseCheck::item);
        OnAllCores cores = new OnAllCores(findings)) {
      for (String next = KeyedRows.next(events, rows, items);
          next != null;
          next = KeyedRows.next(events, rows, items)) {
        String request = next;
        List<Snapshot.Stored> told = events.take(request);
        List<SignedRow.Stored> decisions = rows.take(request);
        List<ReleaseCheck.Item> results = items.take(request);
        cores.add(found -> compare(request, told, decisions, results, found));
      }
      cores.finish();
    }
  }

  private void compare(
      String request,
      List<Snapshot.Stored> told,
      List<SignedRow.Stored> decisions,
      List<ReleaseCheck.Item> results,
      Findings findings) {
    RecordedEvents events = RecordedEvents.of(told);
    List<SignedRow> rows = decisions.stream().map(SignedRow.Stored::read).toList();
    approvals.compare(request, events, rows, findings);
    releases.compare(request, results, events, rows, findings);
  }
}
