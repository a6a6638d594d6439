package countersign.approval;

import countersign.request.GroupId;
import java.time.Instant;
import java.util.List;

/**
 * What of a group may leave and what may not, read again from the tables, decrypted and hashed
 * again. Both calls lock the requests they name and must be made inside the transaction that
 * releases.
 *
 * @see <a href="../../../../../docs/rules.md">R51; promise 1</a>
 */
public final class Disclosures {
  private final JdbcDisclosures rows;

  Disclosures(JdbcDisclosures rows) {
    this.rows = rows;
  }

  /**
   * Requests over whose stored bytes two different people hold an approval that has not lapsed, in
   * the order of the file.
   *
   * @param groupId which group
   * @param now approvals that lapse at this moment have lapsed
   * @throws IllegalStateException with D406 if stored bytes do not have the hash that was signed:
   *     somebody changed the table, and nothing of the group may leave
   */
  public List<ApprovedDisclosure> approved(GroupId groupId, Instant now) {
    return rows.approved(groupId, now);
  }

  /**
   * Requests of a group that no response carries and that are not among {@code approved}, in the
   * order of the file.
   */
  public List<Undisclosed> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    return rows.others(groupId, approved);
  }
}
