package countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestAuthority;
import countersign.delivery.DeliveryParts;
import countersign.request.FileId;
import countersign.testkit.World;
import java.nio.file.Path;
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
  void a_file_that_another_gateway_has_just_put_there_is_known() {
    assertThat(past.found(unknown(file + ".ack.001.json.pgp"))).isFalse();
    assertThat(world.journal().blocker()).isEmpty();
  }

  @Test
  void an_unknown_file_stops_everything_until_two_signatories_have_named_it(@TempDir Path other) {
    UnknownFile found = unknown(file + ".ack.002.json.pgp");
    assertThat(past.found(found)).isTrue();

    assertThat(world.journal().blocker()).contains("DATABASE_OLDER");
    assertThat(world.journal().fault().orElseThrow()).contains(found.toString());
    UploadJournal second = JournalFixtures.journalOn(world, other, Restored.NOTHING);
    assertThat(second.blocker()).as("every gateway").contains("DATABASE_OLDER");

    Restored signed = new Restored("c".repeat(64), Map.of(), Set.of(found));
    UploadJournal confirmed = JournalFixtures.journalOn(world, world.state(), signed);
    assertThat(confirmed.blocker()).isEmpty();
    past.found(unknown(file + ".ack.003.json.pgp"));
    assertThat(confirmed.blocker()).as("another file").contains("DATABASE_OLDER");
  }

  private static UnknownFile unknown(String name) {
    return new UnknownFile(TestAuthority.PARTNER, "outbox", name);
  }
}
