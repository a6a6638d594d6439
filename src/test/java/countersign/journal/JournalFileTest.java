package countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.OutgoingId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is a chain of lines: only the end of it can be lost, and only a torn line is cut. */
class JournalFileTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path state;
  private JournalFile journal;

  @BeforeEach
  void there_are_three_lines() throws IOException {
    journal = JournalFile.in(state);
    add("DHS-ICE_T_20261124_0001.ack.001", 0);
    add("DHS-ICE_T_20261124_0001.rsp.ABCDEFGH", 2);
    add("DHS-ICE_T_20261124_0001.rsp.ABCDEFGI", 2_000);
  }

  private void add(String id, int results) throws IOException {
    List<Upload.Result> answers = new ArrayList<>();
    for (int i = 1; i <= results; i++) {
      answers.add(new Upload.Result("R-%06d".formatted(i), "NOT_DISCLOSED", "a".repeat(64)));
    }
    Upload upload = new Upload(OutgoingId.parse(id), "dhs-ice", "b".repeat(64), 4711, answers);
    journal.append(
        before ->
            Optional.of(
                new JournalLine(
                    AT,
                    upload,
                    new JournalLine.Position(7, "c".repeat(64)),
                    before.map(JournalLine::hash).orElse(JournalLine.NONE))));
  }

  private List<JournalLine> lines() throws IOException {
    List<JournalLine> lines = new ArrayList<>();
    journal.each(lines::add);
    return lines;
  }

  @Test
  void each_line_has_the_hash_of_the_one_before_it() throws IOException {
    List<JournalLine> lines = lines();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).previous()).isEqualTo(JournalLine.NONE);
    assertThat(lines.get(2).previous()).isEqualTo(lines.get(1).hash());
    assertThat(lines.get(2).upload().results()).hasSize(2_000);
    assertThat(journal.last()).contains(lines.get(2));
  }

  @Test
  void a_torn_last_line_does_not_count_and_the_next_one_takes_its_place() throws IOException {
    Files.writeString(journal.file(), "{\"at\":\"2026-11", StandardOpenOption.APPEND);

    assertThat(lines()).hasSize(3);
    assertThat(journal.last()).contains(lines().get(2));

    add("DHS-ICE_T_20261124_0002.ack.001", 0);
    assertThat(lines()).hasSize(4);
  }

  @Test
  void a_line_that_was_changed_is_named() throws IOException {
    String text = Files.readString(journal.file(), StandardCharsets.UTF_8);
    Files.writeString(journal.file(), text.replaceFirst("R-000002 NOT_D", "R-000002 D"));

    assertThatThrownBy(this::lines)
        .isInstanceOf(JournalFile.Damaged.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void a_line_that_was_removed_or_is_empty_is_named() throws IOException {
    List<String> text = Files.readAllLines(journal.file());
    Files.write(journal.file(), List.of(text.get(0), text.get(2)));

    assertThatThrownBy(this::lines).hasMessageContaining("line 2");

    Files.write(journal.file(), List.of(text.get(0), "", text.get(1)));
    assertThatThrownBy(this::lines).hasMessageContaining("line 2");
  }

  @Test
  void only_the_gateways_user_can_read_it() throws IOException {
    assertThat(Files.getPosixFilePermissions(journal.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_line_without_an_upload_names_the_ledger_only() throws IOException {
    journal.append(
        before ->
            Optional.of(
                new JournalLine(
                    AT,
                    null,
                    new JournalLine.Position(9, "d".repeat(64)),
                    before.orElseThrow().hash())));

    assertThat(lines()).hasSize(4);
    assertThat(journal.last().orElseThrow().upload()).isNull();
    assertThat(journal.append(before -> Optional.empty())).isEmpty();
    assertThat(lines()).as("no line was asked for").hasSize(4);
  }
}
