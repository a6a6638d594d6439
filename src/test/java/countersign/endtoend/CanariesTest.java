package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for leaks finds planted values. */
class CanariesTest {
  private static final String SURNAME = "Zyxomorphos";
  private static final String TIN = "987456321";
  private final Canaries canaries = new Canaries(List.of(SURNAME, TIN));

  @ParameterizedTest
  @ValueSource(strings = {SURNAME, "ZYXOMORPHOS", "zyxomorphos", TIN, "987-45-6321"})
  void a_value_is_found_as_text(String spelt) {
    assertFound("before " + spelt + " after");
    assertThat(canaries.in(("before " + spelt).getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
    assertThat(canaries.in(("before " + spelt).getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SURNAME, "ZYXOMORPHOS", "zyxomorphos", TIN, "987-45-6321"})
  void a_value_is_found_in_hexadecimal(String spelt) {
    byte[] bytes = ("{" + spelt + "}").getBytes(StandardCharsets.UTF_8);
    assertFound(HexFormat.of().formatHex(bytes));
    assertFound(HexFormat.of().withUpperCase().formatHex(bytes));
    assertFound(HexFormat.ofDelimiter(" ").formatHex(bytes));
    assertFound(HexFormat.of().formatHex(spelt.getBytes(StandardCharsets.UTF_16LE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {SURNAME, "ZYXOMORPHOS", "zyxomorphos", TIN, "987-45-6321"})
  void a_value_is_found_in_base_64_at_any_offset(String spelt) {
    for (String before : List.of("", "{", "{\"", "{\"a", "{\"ab")) {
      byte[] bytes = (before + spelt + "\"}").getBytes(StandardCharsets.UTF_8);
      assertFound("x" + Base64.getEncoder().encodeToString(bytes));
      assertFound("x" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
  }

  @Test
  void a_value_is_found_in_an_address() {
    assertFound("?q=" + URLEncoder.encode("Mr " + SURNAME, StandardCharsets.UTF_8));
    assertFound("?q=%5a%59%58%4f%4d%4f%52%50%48%4f%53");
  }

  @Test
  void nothing_is_found_in_bytes_without_a_value() {
    assertThat(canaries.in("zyxomorpho 98745632 and so on".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(canaries.in(new byte[] {1, 2})).isEmpty();
  }

  private void assertFound(String text) {
    assertThat(canaries.in(text.getBytes(StandardCharsets.UTF_8))).as(text).isNotEmpty();
  }
}
