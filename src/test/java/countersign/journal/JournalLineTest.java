package countersign.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.OutgoingId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line says which bytes may leave, what they answer and how far the ledger was; nothing else. */
class JournalLineTest {
  private static final String RESPONSE = "DHS-ICE_T_20261124_0001.rsp.ABCDEFGH";
  private static final JournalLine.Position LEDGER = new JournalLine.Position(7, "c".repeat(64));

  private static JournalLine line(String id, Upload.Result... results) {
    Upload upload =
        new Upload(OutgoingId.parse(id), "dhs-ice", "b".repeat(64), 4711, List.of(results));
    return new JournalLine(
        Instant.parse("2026-11-24T12:00:00.123Z"), upload, LEDGER, JournalLine.NONE);
  }

  private static JournalLine answers() {
    return line(
        RESPONSE,
        new Upload.Result("R-000001", "DISCLOSED", "a".repeat(64)),
        new Upload.Result("R-000002", "NOT_DISCLOSED", "d".repeat(64)));
  }

  @Test
  void what_is_written_is_read() {
    for (JournalLine line :
        List.of(
            answers(),
            line("DHS-ICE_T_20261124_0001.ack.001"),
            new JournalLine(Instant.EPOCH, null, JournalLine.Position.EMPTY, answers().hash()))) {
      assertThat(JournalLine.parse(line.write())).isEqualTo(line);
      assertThat(JournalLine.parse(line.write()).hash()).isEqualTo(line.hash());
      assertThat(new String(line.writeWithEnd(), UTF_8)).endsWith("}\n").hasLineCount(1);
    }
  }

  @Test
  void a_response_names_the_requests_that_it_answers_and_an_acknowledgement_none() {
    assertThat(answers().upload().requests())
        .containsExactly("DHS-ICE_T_20261124_0001/R-000001", "DHS-ICE_T_20261124_0001/R-000002");
    assertThat(line("DHS-ICE_T_20261124_0001.ack.001").upload().requests()).isEmpty();
  }

  @Test
  void a_log_gets_the_id_and_no_hash() {
    assertThat(answers()).hasToString(RESPONSE);
    assertThat(new JournalLine(Instant.EPOCH, null, LEDGER, JournalLine.NONE))
        .hasToString("checkpoint 7");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T12:00:00.123Z, 2026-11-24T12:00:00.1230Z, member that is unknown",
    "2026-11-24T12:00:00.123Z, yesterday, time that is none",
    "'7 cc', '7  cc', member of another form",
    "'R-000001 DISCLOSED', R-000001, member of another form",
    "'\"partner\"', '\"partners\"', lacks its member partner",
    "'\"ledger\"', '\"ledgers\"', lacks its member ledger",
    "'\"4711\"', '\"04711\"', member that is unknown",
    "'{\"at\"', '{\"about\":\"x\",\"at\"', member that is unknown",
    "'\"4711\"', '\"many\"', many",
    "'.rsp.ABCDEFGH', '.rsp.x', ''",
  })
  void a_line_in_another_form_is_none(String right, String wrong, String words) {
    String text = new String(answers().write(), UTF_8);
    assertThat(text).contains(right);

    assertThatThrownBy(
            () ->
                JournalLine.parse(
                    text.replaceFirst(right.replace("{", "\\{"), wrong).getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
