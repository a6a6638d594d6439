package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events and accounting entries are written by one writer, the same way every time. */
class CanonicalJsonTest {
  @Test
  void an_object_is_written_without_blanks_and_without_what_is_absent() {
    String json =
        new CanonicalJson()
            .text("a", "q\"\\\n")
            .text("absent", null)
            .texts("list", List.of("x", "é"))
            .verbatim("request", "{}".getBytes(StandardCharsets.UTF_8))
            .end();

    assertThat(json).isEqualTo("{\"a\":\"q\\\"\\\\\\n\",\"list\":[\"x\",\"é\"],\"request\":{}}");
  }

  @Test
  void control_characters_are_escaped_as_rfc_8785_says() {
    assertThat(new CanonicalJson().text("a", "\b\t\n\f\r\u0001\u001f\u007f").end())
        .isEqualTo("{\"a\":\"\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\"}");
  }
}
