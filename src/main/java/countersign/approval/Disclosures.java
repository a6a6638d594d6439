package countersign.approval;

import countersign.request.GroupId;
import java.time.Instant;
import java.util.List;

/**
 * Reads which requests of a group may be disclosed and which may not. It reads the tables, decrypts
 * the drafts and hashes them again. Both methods lock the requests that they return and must be
 * called inside the transaction that releases them.
 *
 * @see <a href="../../../../../docs/rules.md">R51; promise 1</a>
 */
public final class Disclosures {
  private final JdbcDisclosures rows;

  Disclosures(JdbcDisclosures rows) {
    this.rows = rows;
  }

  /**
   * Requests whose stored drafts have valid approvals by two different people, in the order of the
   * file.
   *
   * @param groupId the group's id
   * @param now the current time; an approval that expires at exactly this time has expired
   * @throws IllegalStateException with D406 if stored bytes do not have the approved hash: a
   *     program or person changed the table, and nothing of the group may be released
   */
  public List<ApprovedDisclosure> approved(GroupId groupId, Instant now) {
    return rows.approved(groupId, now);
  }

  /**
   * Requests of a group that are in no response and not in {@code approved}, in the order of the
   * file.
   */
  public List<Undisclosed> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    return rows.others(groupId, approved);
  }
}
