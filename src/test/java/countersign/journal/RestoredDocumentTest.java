package countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.configuration.ConfigurationFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only two signatories confirm that an older database was restored, and for one last line. */
class RestoredDocumentTest {
  private static final String DOCUMENT = "restored.yaml";
  private static final JournalLine LAST =
      new JournalLine(
          Instant.parse("2026-11-24T12:00:00Z"),
          null,
          new JournalLine.Position(41, "a".repeat(64)),
          JournalLine.NONE);

  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void the_document_is_signed() throws IOException {
    world = ConfigurationFixtures.signed(directory);
    world.write(
        DOCUMENT,
        """
        id: restored
        because: The backup of 24 November was restored after a disk failed
        serial: 1
        journals:
          - lastLine: %s
            ledgerSize: 41
        """
            .formatted(LAST.hash()));
    world.sign(DOCUMENT, "ada", "bob");
  }

  private boolean confirms(JournalLine line) {
    return Restored.in(world.configuration()).covers(line);
  }

  @Test
  void two_signatories_confirm_the_journal_that_ends_with_this_line() {
    assertThat(world.problems()).isEmpty();
    assertThat(confirms(LAST)).isTrue();
    assertThat(confirms(new JournalLine(LAST.at(), null, LAST.ledger(), LAST.hash())))
        .as("a line came after it")
        .isFalse();
  }

  @Test
  void a_document_with_another_size_of_the_ledger_confirms_nothing() throws IOException {
    world.edit(DOCUMENT, "ledgerSize: 41", "ledgerSize: 42");
    world.sign(DOCUMENT, "ada", "bob");

    assertThat(confirms(LAST)).isFalse();
  }

  @Test
  void one_person_or_a_stranger_confirms_nothing() throws IOException {
    world.sign(DOCUMENT, "ada", "ada");
    assertThat(confirms(LAST)).isFalse();

    world.sign(DOCUMENT, "ada", "eve");
    assertThat(confirms(LAST)).isFalse();

    world.delete(DOCUMENT + ".2.asc");
    assertThat(confirms(LAST)).isFalse();
  }

  @Test
  void without_the_document_nothing_is_confirmed_and_nothing_is_missing() throws IOException {
    world.delete(DOCUMENT);

    assertThat(confirms(LAST)).isFalse();
    assertThat(world.findings()).noneMatch(finding -> finding.contains(DOCUMENT));
  }
}
