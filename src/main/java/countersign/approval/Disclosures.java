package countersign.approval;

import countersign.approval.ApprovalVerification.Candidate;
import countersign.approval.ApprovalVerification.Checked;
import countersign.approval.ApprovalVerification.Finding;
import countersign.approval.JdbcDisclosures.Row;
import countersign.lifecycle.Change;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Decides which requests of a group may be disclosed and which may not. It reads the tables,
 * decrypts the drafts, hashes them again and verifies the signed approvals. Both methods lock the
 * requests that they return and must be called inside the transaction that releases them.
 *
 * @see <a href="../../../../../docs/rules.md">R51; promise 1</a>
 */
public final class Disclosures {
  private final JdbcDisclosures rows;
  private final JdbcApprovals approvals;
  private final StatementContext context;
  private final Unverified unverified;

  Disclosures(
      JdbcDisclosures rows,
      JdbcApprovals approvals,
      StatementContext context,
      Unverified unverified) {
    this.rows = rows;
    this.approvals = approvals;
    this.context = context;
    this.unverified = unverified;
  }

  /**
   * Requests whose stored drafts have valid approvals by two different people, in the order of the
   * file. A request whose approvals do not verify is denied, or waits for new approvals, in the
   * same transaction; the ledger's event names the cause.
   *
   * @param groupId the group's id
   * @throws IllegalStateException with D406 if stored bytes do not have the stored hash: a program
   *     or person changed the table, and nothing of the group may be released
   */
  public List<ApprovedDisclosure> approved(Change change, GroupId groupId) {
    List<Row> candidates = rows.candidates(groupId);
    Map<RequestKey, List<JdbcApprovals.StoredDecision>> decisions =
        approvals.ofAll(candidates.stream().map(Row::key).toList());
    ApprovalVerification verification = new ApprovalVerification(context);
    List<ApprovedDisclosure> approved = new ArrayList<>();
    for (Row row : candidates) {
      Finding finding =
          verification.of(
              new Candidate(
                  row.key(),
                  row.asked(),
                  row.generation(),
                  row.sha256(),
                  decisions.getOrDefault(row.key(), List.of())),
              change.now());
      VerificationCause cause = finding.cause();
      if (cause == null) {
        approved.add(disclosure(row, finding));
      } else {
        unverified.handle(change, row, cause);
      }
    }
    return List.copyOf(approved);
  }

  private static ApprovedDisclosure disclosure(Row row, Finding finding) {
    Checked first = Objects.requireNonNull(finding.first());
    Checked second = Objects.requireNonNull(finding.second());
    return new SignedDisclosure(
        row.key(),
        row.number(),
        row.asked().request(),
        row.item(),
        row.sha256(),
        first.who().key().account(),
        second.who().key().account(),
        List.of(first.statement().hash(), second.statement().hash()));
  }

  /**
   * Requests of a group that are in no response and not in {@code approved}, in the order of the
   * file.
   */
  public List<Undisclosed> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    return rows.others(groupId, approved);
  }
}
