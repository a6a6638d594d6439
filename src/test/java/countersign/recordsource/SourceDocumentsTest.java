package countersign.recordsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import countersign.records.LookupKey;
import countersign.request.Unavailable;
import countersign.testkit.PlayedSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents fit their schemas, and a cipher opens nothing but its own replies. */
class SourceDocumentsTest {
  private static final LookupKey TIN = new LookupKey.ByTin("900400001");
  @TempDir Path folder;

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("docs/schema/find-addresses-" + name + ".json")));
  }

  @Test
  void a_request_and_its_reply_fit_their_schemas() throws IOException {
    SourceRequest request =
        new SourceRequest(
            List.of(TIN, new LookupKey.ByBirthDateAndZip(LocalDate.of(1984, 3, 11), "78701")));
    byte[] reply =
        new PlayedSource(
                Map.of(
                    "900400001",
                    List.of(PlayedSource.row("900400001", "Maria", "Garcia", "12 Elm St"))))
            .bytes(request.document());

    assertThat(
            schema("request")
                .validate(new String(request.document(), StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
    assertThat(
            schema("reply").validate(new String(reply, StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
    assertThat(request).hasToString("2 keys");
  }

  @Test
  void more_than_500_keys_are_not_asked_at_once() {
    assertThatThrownBy(() -> new SourceRequest(Collections.nCopies(501, TIN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("501");
    assertThat(new SourceRequest(Collections.nCopies(500, TIN))).hasToString("500 keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "Garcia",
        "{\"requestId\":\"Garcia\",\"requestId\":\"Garcia\"}",
        "{\"requestId\":900400001}",
        "{\"requestId\":true}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}",
        "{\"requestId\":\"Garcia\"} {}",
        "{\"requestId\":\"Garcia\""
      })
  void a_reply_of_another_form_is_refused_without_its_values(String reply) {
    assertThatThrownBy(() -> StrictReply.check(reply.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("RECORDS_REPLY")
        .hasNoCause()
        .message()
        .doesNotContain("Garcia", "900400001");
  }

  @Test
  void a_reply_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> StrictReply.check(new byte[StrictReply.MOST_BYTES + 1]))
        .hasMessageContaining("TOO_LONG");
  }

  @Test
  void a_cipher_opens_no_request_no_foreign_key_and_no_plain_text() throws IOException {
    QueueCipher ours = cipher("ours", "2026-1");
    String request = ours.encrypted("{}".getBytes(StandardCharsets.UTF_8));

    for (String text :
        List.of(request, "{}", "", QueuePartner.reply(cipherKey("other"), "2026-1"))) {
      assertThatThrownBy(() -> ours.decrypted(text))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("RECORDS_REPLY")
          .hasNoCause();
    }
    assertThatThrownBy(() -> ours.decrypted(QueuePartner.reply(cipherKey("ours"), "2026-2")))
        .isInstanceOf(Unavailable.class);
    assertThat(ours.decrypted(QueuePartner.reply(cipherKey("ours"), "2026-1")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"reply\":true}");
  }

  @Test
  void a_file_without_32_bytes_is_no_key() throws IOException {
    Path file = Files.writeString(folder.resolve("short"), "c2hvcnQ=\n");
    assertThatThrownBy(() -> new QueueCipher(file, "k"))
        .hasMessageContaining("openssl rand -base64 32")
        .message()
        .doesNotContain("c2hvcnQ");
  }

  private Path cipherKey(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? file : Files.writeString(file, QueuePartner.newKey());
  }

  private QueueCipher cipher(String name, String id) throws IOException {
    return new QueueCipher(cipherKey(name), id);
  }
}
