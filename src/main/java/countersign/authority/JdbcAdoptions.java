package countersign.authority;

import countersign.configuration.AdoptedSerial;
import countersign.configuration.Configuration;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records each change of the signed documents in force once, so that an auditor can find out what
 * was in force on any day. Stateless.
 */
final class JdbcAdoptions {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcAdoptions.class);
  private static final String SHA256 = "sha256";
  private static final String SERIAL = "serial";
  private static final Version NONE = new Version("none", null);
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final LedgerReader ledger;

  /**
   * What is in force of a document.
   *
   * @param serial null if nothing is, or if it came into force before documents had serials
   */
  private record Version(String sha256, @Nullable Integer serial) {}

  private record Row(String document, Version version) {}

  JdbcAdoptions(JdbcClient jdbc, Lifecycle lifecycle, StopsLock lock, LedgerReader ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.lock = lock;
  }

  /** Every version that was in force since documents have serials. */
  List<AdoptedSerial> known() {
    List<AdoptedSerial> known = new ArrayList<>();
    recorded()
        .forEach(
            row -> {
              Integer serial = row.version().serial();
              if (serial != null) {
                known.add(new AdoptedSerial(row.document(), serial, row.version().sha256()));
              }
            });
    return known;
  }

  /** The recorded versions, oldest first; a row without its event in the ledger does not count. */
  private List<Row> recorded() {
    List<Row> rows =
        jdbc.sql("select document, sha256, serial from adoption order by number")
            .query(
                (row, number) ->
                    new Row(
                        row.getString("document"),
                        new Version(
                            row.getString("sha256"), row.getObject("serial", Integer.class))))
            .list();
    Map<String, List<Map<String, String>>> told = new HashMap<>();
    List<Row> counted = new ArrayList<>();
    for (Row row : rows) {
      if (told.computeIfAbsent(row.document(), this::events).contains(facts(row.version()))) {
        counted.add(row);
      } else {
        LOG.warn(
            "ADOPTION_WITHOUT_EVENT: the table says that version {} of {} was in force, and the ledger did not record it. The row is ignored. Run `countersign ledger verify`.",
            row.version().serial(),
            row.document());
      }
    }
    return counted;
  }

  private List<Map<String, String>> events(String document) {
    return ledger.history(document).stream()
        .filter(event -> event.verb() == Verb.ADOPT)
        .map(event -> told(event.facts()))
        .toList();
  }

  /** What an event tells of a version; the event of a person's action tells more. */
  private static Map<String, String> told(Map<String, String> facts) {
    Map<String, String> told = new HashMap<>(facts);
    told.keySet().retainAll(List.of(SHA256, SERIAL));
    return told;
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
        ? Map.of(SHA256, version.sha256())
        : Map.of(SHA256, version.sha256(), SERIAL, serial.toString());
  }

  private Map<String, Version> differences(Map<String, Version> current) {
    Map<String, String> known = new TreeMap<>();
    recorded().forEach(row -> known.put(row.document(), row.version().sha256()));
    Map<String, Version> differences = new TreeMap<>(current);
    known.keySet().forEach(document -> differences.putIfAbsent(document, NONE));
    differences
        .entrySet()
        .removeIf(entry -> entry.getValue().sha256().equals(known.get(entry.getKey())));
    return differences;
  }
}
