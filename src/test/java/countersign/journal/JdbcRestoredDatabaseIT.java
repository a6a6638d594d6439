package countersign.journal;

import static countersign.request.RequestState.ANSWERED_BEFORE;
import static countersign.request.RequestState.DELIVERED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.accounting.AccountingEntry;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.LedgerVerifier;
import countersign.request.FileId;
import countersign.request.OutgoingId;
import countersign.request.Unavailable;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import countersign.verification.CrossCheck;
import countersign.verification.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway answers more requests after a backup; then the backup is restored. Nothing leaves until
 * two people confirm it, and then each request is answered once, counting what left before.
 */
class JdbcRestoredDatabaseIT {
  @TempDir Path keys;
  private World before;
  private FileId file;
  private FileId later;
  private DataSource backup;

  /** Request 1 is answered before the backup, 2 after it, 3 and 4 never; so is a later file. */
  @BeforeEach
  void a_backup_is_older_than_what_left() {
    before = new World(keys);
    records(before);
    file = before.delivery().takes(4);
    before.approvals().twoApprove(key(file, 1));
    release(before);
    backup = TestDatabase.copy(before.database());
    before.passes(Duration.ofHours(17));
    before.approvals().twoApprove(key(file, 2));
    later = arrives(before);
    before.approvals().twoApprove(key(later, 11));
    release(before);
    assertThat(answers(before)).hasSize(3);
  }

  private static void records(World world) {
    for (int number : List.of(1, 2, 3, 11)) {
      world.approvals().holds(number);
    }
  }

  private static FileId arrives(World world) {
    RequestFile sent = RequestFile.named("DHS-ICE_T_20261124_0002");
    sent.add(RequestFile.request(11).replaceAll("OFF-[0-9]{4}", "OFF-0401"));
    sent.add(RequestFile.request(12).replaceAll("OFF-[0-9]{4}", "OFF-0401"));
    FileId file = world.intake().arrives(sent);
    world.intake().inbox().moved(TestAuthority.PARTNER, sent.name());
    world.delivery().acknowledges(file + ".ack.001");
    world.approvals().lookUp();
    return file;
  }

  private static void release(World world) {
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
  }

  /** The answered requests of the journal, whichever database knew them. */
  private static List<String> answers(World world) {
    Map<String, List<String>> answered = new HashMap<>();
    try {
      JournalFile.in(world.state())
          .each(
              line -> {
                Upload upload = line.upload();
                if (upload != null) {
                  answered.put(upload.id().toString(), upload.requests());
                }
              });
    } catch (IOException cause) {
      throw new IllegalStateException(cause);
    }
    return answered.values().stream().flatMap(List::stream).sorted().toList();
  }

  @Test
  void nothing_leaves_before_two_people_confirm_and_then_each_request_is_answered_once() {
    World restored = before.on(backup);
    records(restored);
    restored.journal().watch();
    assertThat(restored.journal().fault().orElseThrow()).contains("DATABASE_OLDER", "unknown");
    restored.passes(Duration.ofHours(17));
    restored.approvals().twoApprove(key(file, 2));
    restored.approvals().twoApprove(key(file, 3));
    release(restored);
    assertThat(restored.delivery().outbox()).isEmpty();
    assertThat(restored.list("select cause from work where stage = 'release'"))
        .containsExactly("DATABASE_OLDER");

    World confirmed = restored.with(JournalFixtures::confirmed);
    records(confirmed);
    confirmed.journal().watch();
    assertThat(confirmed.journal().blocker()).isEmpty();
    confirmed.assertThatRequest(key(file, 2)).is(ANSWERED_BEFORE);
    release(confirmed);
    confirmed.assertThatRequest(key(file, 3)).is(DELIVERED);

    assertThat(arrives(confirmed)).isEqualTo(later);
    confirmed.assertThatRequest(key(later, 11)).is(ANSWERED_BEFORE);
    confirmed.passes(Duration.ofDays(40));
    confirmed.delivery().runs();
    assertThat(answers(confirmed))
        .containsExactlyElementsOf(
            Stream.of(
                    key(file, 1),
                    key(file, 2),
                    key(file, 3),
                    key(file, 4),
                    key(later, 11),
                    key(later, 12))
                .map(Object::toString)
                .toList());
    assertThat(confirmed.list("select distinct state from file")).containsExactly("ANSWERED");
    assertAccounted(confirmed);
  }

  private void assertAccounted(World world) {
    assertThat(world.accounting().entries(later))
        .filteredOn(entry -> entry.kind() == AccountingEntry.EntryType.RECONSTRUCTED)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.requestId()).isEqualTo("R-000011");
              assertThat(entry.json()).contains("\"disposition\":\"DISCLOSED\"");
            });
    world.delivery().sealLedger();
    assertThat(verified(world).toString()).endsWith("The tables agree with the ledger.");
    assertThat(verified(world).isFine()).isTrue();
  }

  private static Report verified(World world) {
    try (Connection connection = world.database().getConnection()) {
      return new CrossCheck(new LedgerVerifier(LedgerFixtures.logKey()), TestPeople.enrolment())
          .run(connection, List.of());
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  @Test
  void a_second_gateway_on_the_restored_database_stops_too(@TempDir Path other) {
    World restored = before.on(backup);
    restored.journal().watch();
    UploadJournal second = JournalFixtures.journalOn(restored, other, Restored.NOTHING);
    second.watch();

    assertThat(second.blocker()).contains("DATABASE_OLDER");
    assertThat(Files.exists(JournalFile.in(other).file())).as("it writes no line").isFalse();

    JournalLine last = JournalFixtures.last(restored.state());
    Map<String, Long> journals = Map.of(last.hash(), last.ledger().size(), "d".repeat(64), 9L);
    Restored both = new Restored("c".repeat(64), journals, Set.of());
    UploadJournal first = JournalFixtures.journalOn(restored, restored.state(), both);
    first.watch();
    assertThat(first.blocker()).as("one gateway has not started yet").contains("DATABASE_OLDER");
    assertThat(first.fault().orElseThrow()).contains("has not taken it over");
  }

  @Test
  void a_response_that_waited_in_the_backup_and_then_left_is_not_uploaded_again() {
    World restored = before.on(TestDatabase.copy(before.database()));
    String last = JournalFixtures.last(restored.state()).upload().id().toString();
    restored
        .tampering()
        .sql(
            "update response set state = 'SEALED', delivered_at = null, upload_until = null where id = ?")
        .param(last)
        .update();
    restored
        .tampering()
        .sql("insert into work (stage, id) values ('deliver', ?)")
        .param(last)
        .update();
    restored
        .tampering()
        .sql(
            "update request_status set state = 'RELEASED' where id in (select request from response_item where response_id = ?)")
        .param(last)
        .update();
    restored
        .tampering()
        .sql("delete from event where subject = ? and verb in ('dispatch', 'deliver')")
        .param(last)
        .update();
    assertThatThrownBy(() -> restored.delivery().steps().dispatch(OutgoingId.parse(last)))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("DATABASE_OLDER");

    World confirmed = restored.with(JournalFixtures::confirmed);
    confirmed.journal().watch();

    assertThat(confirmed.list("select state from response where id = ?", last))
        .containsExactly("DELIVERED_BEFORE");
    assertThat(confirmed.work("deliver")).isEmpty();
    assertThat(
            confirmed.count("select count(*) from accounting_entry where kind = 'RECONSTRUCTED'"))
        .as("its release was accounted for before the backup")
        .isZero();
  }

  @Test
  void an_upload_without_its_line_does_not_begin() throws IOException {
    before.passes(Duration.ofHours(17));
    before.approvals().twoApprove(key(file, 3));
    Path journal = JournalFile.in(before.state()).file();
    Files.move(journal, journal.resolveSibling("aside"));
    Files.createDirectory(journal);
    before.passes(Duration.ofHours(7));

    assertThatThrownBy(() -> before.delivery().runs())
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("JOURNAL_DOWN");
    assertThat(before.journal().fault().orElseThrow()).startsWith("JOURNAL_DOWN");
    Files.delete(journal);
  }

  @Test
  void a_gateway_that_uploads_nothing_notices_an_older_database_too() {
    before.ledger().record("DHS-ICE_T_20261124_0009");
    before.ledger().sealer().seal();
    before.journal().watch();
    assertThat(JournalFixtures.last(before.state()).upload()).isNull();

    World restored = before.on(backup);

    assertThat(restored.journal().blocker()).contains("DATABASE_OLDER");
  }

  @Test
  void a_changed_line_of_the_journal_keeps_everything_here() throws IOException {
    Path journal = JournalFile.in(before.state()).file();
    String text = Files.readString(journal);
    Files.writeString(journal, text.replaceFirst("DISCLOSED", "NOT_DISCLOSED"));

    World started = before.on(before.database());
    started.journal().watch();

    assertThat(started.journal().blocker()).contains("JOURNAL_DOWN");
    assertThat(started.journal().fault().orElseThrow()).contains("line 3", "Restore the file");

    Files.writeString(journal, text);
    started.journal().watch();
    assertThat(started.journal().blocker()).isEmpty();
    assertThat(started.journal().fault()).isEmpty();
  }

  @Test
  void the_application_role_answers_nothing_without_the_journals_row() {
    assertRefused(
        "update request_status set state = 'ANSWERED_BEFORE' where id = '%s'"
            .formatted(key(file, 3)),
        "the journal does not name request");
    assertRefused("update lost_past set step = 'TAKEN'", "permission denied for table lost_past");

    World restored = before.on(backup);
    restored.journal().watch();
    restored.with(JournalFixtures::confirmed).journal().watch();
    assertThat(restored.list("select request from answered_before order by 1"))
        .containsExactly(key(file, 2).toString(), key(later, 11).toString());
    assertThatThrownBy(
            () -> restored.jdbc().sql("delete from answered_before where request is null").update())
        .rootCause()
        .hasMessageContaining("permission denied for table answered_before");
  }

  private void assertRefused(String sql, String why) {
    assertThatThrownBy(() -> before.jdbc().sql(sql).update()).rootCause().hasMessageContaining(why);
  }
}
