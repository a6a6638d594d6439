package countersign.authority;

import countersign.configuration.AdoptedSerial;
import countersign.configuration.Configuration;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records each change of the signed documents in force once, so that an auditor can find out what
 * was in force on any day. Stateless.
 */
final class JdbcAdoptions {
  private static final Version NONE = new Version("none", null);
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final StopsLock lock;

  /**
   * What is in force of a document.
   *
   * @param serial null if nothing is, or if it came into force before documents had serials
   */
  private record Version(String sha256, @Nullable Integer serial) {}

  JdbcAdoptions(JdbcClient jdbc, Lifecycle lifecycle, StopsLock lock) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.lock = lock;
  }

  /** Every version that was in force since documents have serials. */
  List<AdoptedSerial> known() {
    return jdbc.sql("select document, serial, sha256 from adoption where serial is not null")
        .query(
            (row, number) ->
                new AdoptedSerial(
                    row.getString("document"), row.getInt("serial"), row.getString("sha256")))
        .list();
  }

  /** Records that a start was refused because of this document. */
  void refused(String document, String cause, String sentence) {
    lifecycle.change(
        Actor.GATEWAY,
        change -> {
          change.event(Verb.REFUSE, document, Map.of("cause", cause, "found", sentence));
          return document;
        });
  }

  /**
   * Compares the documents in force with those recorded last and records each difference with its
   * own event.
   *
   * @return number of differences
   */
  int record(Configuration configuration) {
    if (differences(current(configuration)).isEmpty()) {
      return 0;
    }
    return record(configuration, Actor.GATEWAY, change -> {});
  }

  /**
   * The same in any case, while no release, seal or upload runs.
   *
   * @param also runs at the end of the transaction
   * @return number of differences
   */
  int record(Configuration configuration, Actor actor, Consumer<Change> also) {
    Map<String, Version> current = current(configuration);
    return lifecycle.change(
        actor,
        change -> {
          lock.exclusive(); // another gateway may be starting with these documents
          Map<String, Version> differences = differences(current);
          differences.forEach(
              (document, version) -> {
                jdbc.sql("insert into adoption (document, sha256, serial, at) values (?, ?, ?, ?)")
                    .params(
                        document, version.sha256(), version.serial(), Timestamp.from(change.now()))
                    .update();
                change.event(Verb.ADOPT, document, facts(version));
              });
          also.accept(change);
          return differences.size();
        });
  }

  private static Map<String, Version> current(Configuration configuration) {
    Map<String, Version> current = new TreeMap<>();
    AdoptedSerial.in(configuration)
        .forEach(one -> current.put(one.document(), new Version(one.sha256(), one.serial())));
    return current;
  }

  private static Map<String, String> facts(Version version) {
    Integer serial = version.serial();
    return serial == null
        ? Map.of("sha256", version.sha256())
        : Map.of("sha256", version.sha256(), "serial", serial.toString());
  }

  private Map<String, Version> differences(Map<String, Version> current) {
    Map<String, String> known = new TreeMap<>();
    jdbc.sql(
            "select distinct on (document) document, sha256 from adoption order by document, number desc")
        .query(
            (ResultSet row) -> {
              known.put(row.getString("document"), row.getString("sha256"));
            });
    Map<String, Version> differences = new TreeMap<>(current);
    known.keySet().forEach(document -> differences.putIfAbsent(document, NONE));
    differences
        .entrySet()
        .removeIf(entry -> entry.getValue().sha256().equals(known.get(entry.getKey())));
    return differences;
  }
}
