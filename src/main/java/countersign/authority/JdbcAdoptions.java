package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records each change of the signed documents in force once, so that an auditor can find out what
 * was in force on any day. Stateless.
 */
final class JdbcAdoptions {
  private static final String NONE = "none";
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final StopsLock lock;

  JdbcAdoptions(JdbcClient jdbc, Lifecycle lifecycle, StopsLock lock) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.lock = lock;
  }

  /**
   * Compares the documents in force with those recorded last and records each difference with its
   * own event.
   *
   * @return number of differences
   */
  int record(Configuration configuration) {
    Map<String, String> current = new TreeMap<>();
    configuration.documents().stream()
        .filter(document -> document.standing() == Document.Standing.ADOPTED)
        .forEach(document -> current.put(document.path(), document.sha256()));
    if (differences(current).isEmpty()) {
      return 0;
    }
    return lifecycle.change(
        Actor.GATEWAY,
        change -> {
          lock.exclusive(); // another gateway may be starting with these documents
          Map<String, String> differences = differences(current);
          differences.forEach(
              (document, sha256) -> {
                jdbc.sql("insert into adoption (document, sha256, at) values (?, ?, ?)")
                    .params(document, sha256, Timestamp.from(change.now()))
                    .update();
                change.event(Verb.ADOPT, document, Map.of("sha256", sha256));
              });
          return differences.size();
        });
  }

  private Map<String, String> differences(Map<String, String> current) {
    Map<String, String> known = new TreeMap<>();
    jdbc.sql(
            "select distinct on (document) document, sha256 from adoption order by document, number desc")
        .query(
            (ResultSet row) -> {
              known.put(row.getString("document"), row.getString("sha256"));
            });
    Map<String, String> differences = new TreeMap<>(current);
    known.keySet().forEach(document -> differences.putIfAbsent(document, NONE));
    differences.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
    return differences;
  }
}
