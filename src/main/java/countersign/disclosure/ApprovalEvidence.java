package countersign.disclosure;

import countersign.approval.JdbcApprovals;
import countersign.ledger.Event;
import java.util.List;

/**
 * Everything stored that decides whether the approvals of a request count.
 *
 * @param rows all decisions on it, oldest first
 * @param told the bytes of the ledger's events of decisions on it, oldest first
 */
record ApprovalEvidence(
    StoredRequest request, List<JdbcApprovals.StoredDecision> rows, List<byte[]> told) {

  /**
   * The ledger's events.
   *
   * @throws IllegalStateException if one of them is about another request than its row says
   */
  List<Event> events() {
    List<Event> events = told.stream().map(Event::parse).toList();
    if (!events.stream().allMatch(one -> one.subject().equals(request.key().toString()))) {
      throw new IllegalStateException(
          "S505_AUDIT_TAMPER  Request %s: the ledger lists an event under it that is about another request. Nothing of its group is released. A program or person changed the table."
              .formatted(request.key()));
    }
    return events;
  }
}
