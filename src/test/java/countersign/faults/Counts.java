package countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must be true at every moment, and what when all work is done: the partner's folders, the
 * tables and the ledger agree, nobody's request is answered twice, nothing leaves without two
 * people, and nothing waits for a person.
 */
final class Counts {
  private final Fleet fleet;

  Counts(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Numbers of uploaded files. */
  record Numbers(int folder, int tables, int ledger) {
    @Override
    public String toString() {
      return "folder %d, tables %d, ledger %d".formatted(folder, tables, ledger);
    }
  }

  private Rows rows() {
    return Rows.of(fleet.database());
  }

  /** Compares at any moment; work may be under way. */
  Numbers compare() throws IOException {
    Set<String> delivered = tables("= 'DELIVERED'");
    Set<String> told = ledger();
    Set<String> folder = folder();
    Set<String> mayLie = tables("in ('UPLOADING', 'DELIVERED')");
    assertThat(folder)
        .as("in the folder, of what the tables call delivered")
        .containsAll(delivered);
    assertThat(mayLie).as("known to the tables, of what lies in the folder").containsAll(folder);
    Set<String> missing = new HashSet<>(delivered);
    missing.removeAll(ledger());
    assertThat(missing).as("delivered without an event").isEmpty();
    told.removeAll(tables("= 'DELIVERED'"));
    assertThat(told).as("events of what was not delivered").isEmpty();
    nothingWrong();
    return new Numbers(folder.size(), delivered.size(), delivered.size());
  }

  private void nothingWrong() {
    none("parked", "select stage || ' ' || id || ' ' || cause from work where state = 'PARKED'");
    none("set aside", "select entry from inbox_failure where tries >= 3");
    none(
        "answered twice", "select request from response_item group by request having count(*) > 1");
    none(
        "disclosed without two people over the same bytes",
        """
        select i.request from response_item i where i.outcome = 'DISCLOSED' and 2 <> (
          select count(distinct a.account) from approval a
          where a.id = i.request and a.step in ('ENDORSE', 'COUNTERSIGN') and a.draft_sha256 = i.item_sha256)
        """);
    none(
        "a draft that nobody is asked about",
        """
        select s.id from request_status s where s.state in ('DRAFTED', 'ENDORSED')
          and not exists (select from work w where w.id = s.id and w.stage in ('endorse', 'countersign'))
        """);
    none("lapsed", "select subject from event where verb in ('lapse', 'park')");
    none(
        "timers of tomorrow",
        """
        select task_name from scheduled_tasks
        where task_name <> 'nightly' and execution_time > clock_timestamp() + interval '10 minutes'
        """);
    none(
        "an event from the future",
        "select subject || ' ' || at from event where at > clock_timestamp() + interval '5 seconds'");
  }

  private void none(String what, String query) {
    assertThat(rows().list(query)).as(what).isEmpty();
  }

  /** Which of these files are not answered. */
  List<String> missing(List<String> sent) {
    Set<String> known = new HashSet<>(rows().list("select id from file where state = 'ANSWERED'"));
    return sent.stream().filter(id -> !known.contains(id)).toList();
  }

  /** The work that is left. */
  List<String> unfinished() {
    return rows().list("select w::text from work w");
  }

  /** Asserts, when all work is done, that each request was answered once. */
  Numbers everythingIsAnsweredOnce(int requests) throws IOException {
    none(
        "not answered exactly once",
        """
        select s.id || ' ' || s.state from request_status s
        where s.state not in ('REFUSED', 'DELIVERED')
           or (s.state = 'DELIVERED') <> exists (select from response_item i where i.request = s.id)
        """);
    assertThat(rows().count("select count(*) from request_status")).isEqualTo(requests);
    Numbers numbers = compare();
    assertThat(numbers.folder()).as(numbers.toString()).isEqualTo(numbers.tables());
    return numbers;
  }

  private Set<String> tables(String states) {
    return new TreeSet<>(
        rows()
            .list(
                """
                select id || ' ' || encode(sealed_sha256, 'hex') from response where state %1$s
                union select id || ' ' || encode(sealed_sha256, 'hex') from acknowledgement where state %1$s
                """
                    .formatted(states)));
  }

  private Set<String> ledger() {
    return new TreeSet<>(
        rows()
            .list(
                """
                select subject || ' ' || substring(convert_from(bytes, 'UTF8') from '"sealedSha256":"([0-9a-f]+)"')
                from event where verb = 'deliver' and convert_from(bytes, 'UTF8') like '%"sealedSha256"%'
                """));
  }

  private Set<String> folder() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(fleet.ssh().root().resolve("outbox"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".pgp")) {
          found.add(name.replaceFirst("[.](nd)?json[.]pgp$", "") + " " + sha256(file));
        }
      }
    }
    return found;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
