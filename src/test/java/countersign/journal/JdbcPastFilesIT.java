package countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestAuthority;
import countersign.configuration.ConfigurationFixtures;
import countersign.delivery.DeliveryParts;
import countersign.request.FileId;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in a partner's folders that only a newer database knows. */
class JdbcPastFilesIT {
  @TempDir Path keys;
  private World world;
  private FileId file;
  private PastFiles past;

  @BeforeEach
  void a_file_is_acknowledged() {
    world = new World(keys);
    file = world.delivery().takes(1);
    past = DeliveryParts.pastFiles(world);
  }

  private List<UnknownFile> names() {
    LocalDate today = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
    return past.names(TestAuthority.PARTNER, today);
  }

  @Test
  void the_next_acknowledgement_and_the_next_file_are_asked_for() {
    String next = file.value().replaceFirst("_0*(\\d+)$", "");
    assertThat(names())
        .extracting(UnknownFile::folder)
        .containsOnly("outbox", "archive", "rejected");
    assertThat(names())
        .extracting(UnknownFile::name)
        .contains(file + ".ack.002.json.pgp")
        .doesNotContain(file + ".ack.001.json.pgp")
        .contains(next + "_%04d.req.ndjson.pgp".formatted(file.sequence() + 1));
    assertThat(names()).hasSizeLessThan(50);
  }

  @Test
  void after_the_last_possible_number_no_next_file_is_asked_for() {
    FileId last = world.intake().arrives(RequestFile.named("DHS-ICE_T_20261124_999999999"));

    assertThat(names())
        .extracting(UnknownFile::name)
        .contains(last + ".ack.002.json.pgp")
        .noneMatch(name -> name.contains(".req."));
  }

  @Test
  void a_file_that_another_gateway_has_just_put_there_is_known() {
    assertThat(past.recordUnknown(unknown(file + ".ack.001.json.pgp"))).isFalse();
    assertThat(world.journal().blocker()).isEmpty();
  }

  @Test
  void an_unknown_file_stops_everything_until_two_signatories_have_named_it(@TempDir Path other) {
    UnknownFile found = unknown(file + ".ack.002.json.pgp");
    assertThat(past.recordUnknown(found)).isTrue();

    assertThat(world.journal().blocker()).contains("DATABASE_OLDER");
    assertThat(world.journal().fault().orElseThrow()).contains(found.toString());
    UploadJournal second = JournalFixtures.journalOn(world, other, Restored.NOTHING);
    assertThat(second.blocker()).as("every gateway").contains("DATABASE_OLDER");

    Restored signed = new Restored("c".repeat(64), Map.of(), Set.of(found));
    UploadJournal confirmed = JournalFixtures.journalOn(world, world.state(), signed);
    assertThat(confirmed.blocker()).isEmpty();
    past.recordUnknown(unknown(file + ".ack.003.json.pgp"));
    assertThat(confirmed.blocker()).as("another file").contains("DATABASE_OLDER");
  }

  @Test
  void two_signatories_confirm_a_file_without_any_journal_as_the_command_prints_it(
      @TempDir Path documents, @TempDir Path empty) throws Exception {
    past.recordUnknown(unknown(file + ".ack.002.json.pgp"));
    ConfigurationFixtures signed = ConfigurationFixtures.signed(documents);
    JournalReport before = report(empty, signed);
    assertThat(before.older()).isTrue();
    List<String> lines = before.lines();

    signed.write(
        "restored.yaml",
        String.join("\n", lines.subList(lines.indexOf("id: restored"), lines.size())) + "\n");
    signed.sign("restored.yaml", "ada", "bob");

    assertThat(signed.problems()).isEmpty();
    Restored confirmed = Restored.in(signed.configuration());
    assertThat(JournalFixtures.journalOn(world, empty, confirmed).blocker()).isEmpty();
    JournalReport after = report(empty, signed);
    assertThat(after.older()).isFalse();
    assertThat(after.lines())
        .contains("  " + unknown(file + ".ack.002.json.pgp") + "  (confirmed)")
        .contains(
            "restored.yaml confirms all of them. Keep it: without it everything stops again.");
    past.recordUnknown(unknown(file + ".ack.003.json.pgp"));
    assertThat(report(empty, signed).older()).as("another file").isTrue();
  }

  private JournalReport report(Path state, ConfigurationFixtures documents) throws Exception {
    try (Connection connection = world.database().getConnection()) {
      return JournalReport.of(
          state, connection, DeliveryParts.knownUploads(world), documents.configuration());
    }
  }

  private static UnknownFile unknown(String name) {
    return new UnknownFile(TestAuthority.PARTNER, "outbox", name);
  }
}
