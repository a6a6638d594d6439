package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A checkpoint's note follows C2SP: signed by this log, in exactly one format. */
class SignedNoteTest {
  /** Example of Go's {@code golang.org/x/mod/sumdb/note}, made by another program. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private final LogKey log = LedgerFixtures.logKey();
  private final Hash root = Hash.leaf(new byte[] {1});

  @Test
  void a_note_is_origin_size_root_and_signature() {
    List<String> lines = LedgerFixtures.note(7, root).lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.subList(0, 4))
        .containsExactly("countersign.example/test", "7", root.base64(), "");
    assertThat(lines.get(4)).startsWith("\u2014 countersign.example/test ");
    assertThat(SignedNote.open(log, LedgerFixtures.note(7, root)))
        .contains(new SignedNote(7, root));
  }

  @Test
  void a_key_and_a_signature_of_go_are_accepted() {
    LogKey peter = LogKey.parse(GO_KEY);
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    String line =
        "\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    assertThat(peter).hasToString(GO_KEY);
    assertThat(peter.signatureIn(line))
        .hasValueSatisfying(
            signature ->
                assertThat(
                        peter.verifies(
                            text.getBytes(java.nio.charset.StandardCharsets.UTF_8), signature))
                    .isTrue());
  }

  @Test
  void a_note_with_any_change_is_refused() {
    String note = LedgerFixtures.note(7, root);
    for (String bad :
        List.of(
            note.replace("\n7\n", "\n8\n"),
            note.replace("\n7\n", "\n07\n"),
            note.replace(root.base64(), Hash.EMPTY.base64()),
            note.replace("\n7\n", "\n7\nextension\n"),
            note.replace("/test", "/other"),
            note.replace("\n\n", "\n"),
            note.replace("\u2014 ", "- "),
            note.stripTrailing(),
            note + "\n",
            "")) {
      assertThat(SignedNote.open(log, bad)).as(bad).isEmpty();
    }
  }

  @Test
  void a_note_does_not_verify_with_another_key_of_the_same_name() {
    LogKey other = new LogKey(log.origin(), LedgerFixtures.newPair().getPublic());

    assertThat(SignedNote.open(other, LedgerFixtures.note(7, root))).isEmpty();
  }

  @Test
  void a_witness_may_add_its_line() {
    String cosigned = LedgerFixtures.note(7, root) + "\u2014 witness.example AAAA\n";

    assertThat(SignedNote.open(log, cosigned)).contains(new SignedNote(7, root));
  }

  @Test
  void a_public_key_is_one_line_of_text() {
    for (int i = 0; i < 20; i++) {
      LogKey any = new LogKey("log.example/1", LedgerFixtures.newPair().getPublic());
      assertThat(LogKey.parse(any + "\n")).isEqualTo(any).hasToString(any.toString());
    }
    for (String bad :
        List.of("", "a+b", GO_KEY.replace("c74f20a3", "c74f20a4"), GO_KEY.replace("+AR", "+BR"))) {
      assertThatThrownBy(() -> LogKey.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
