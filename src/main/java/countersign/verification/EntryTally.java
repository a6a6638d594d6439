package countersign.verification;

import countersign.ledger.Frontier;
import countersign.ledger.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounting entries of one decision: the root over their digests, and whether each request has
 * exactly one. Not thread-safe.
 */
final class EntryTally {
  private final Frontier tree = new Frontier();
  private final Set<String> open;
  private final Findings findings;
  private String table;
  private boolean named;

  /**
   * Expects one entry for each of these requests.
   *
   * @param requests ids of requests; a copy is made
   * @param table the table that should have the entries, if none is found
   */
  EntryTally(Set<String> requests, String table, Findings findings) {
    this.open = new TreeSet<>(requests);
    this.table = table;
    this.findings = findings;
  }

  /**
   * An entry.
   *
   * @param table where it is
   * @param id its number there; in a block, its file and the number of its request
   * @param request id of its request in its file; an empty string if it is about a whole file
   */
  record Row(String table, String id, String kind, String request, byte[] digest) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("place"),
          row.getString("entry"),
          row.getString("kind"),
          Objects.requireNonNullElse(row.getString("request_id"), ""),
          row.getBytes("digest"));
    }
  }

  void add(Row row) {
    tree.append(Hash.leaf(row.digest()));
    table = row.table();
    if (!open.remove(row.request())) {
      named = true;
      found().extra(row.id(), "The entry is about a request that has another or none.");
    }
  }

  private Findings.Of found() {
    return findings.about("accounting", table);
  }

  long size() {
    return tree.size();
  }

  /**
   * Names requests without an entry and compares the root.
   *
   * @param prefix what precedes the id of a request
   * @param decision id of the file or response
   * @param recorded the root that the event contains; an empty string if it contains none
   */
  void compare(String prefix, String decision, String recorded) {
    for (String request : open) {
      named = true;
      found().missing(prefix + request, "The accounting entry of this request is missing.");
    }
    if (!tree.root().hex().equals(recorded) && !named) {
      found()
          .altered(
              decision,
              recorded.isEmpty()
                  ? "The event of this decision contains no digest of its accounting entries."
                  : "The %d accounting entries do not have the digest that the ledger recorded."
                      .formatted(tree.size()));
    }
  }
}
