package countersign.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.Request;
import countersign.testkit.RequestFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestJsonTest {
  private static Request parsed(String line) throws LineFault {
    return RecordMapper.request(RequestJson.parse(line), new Fields.Shape());
  }

  @Test
  void canonical_bytes_equal_the_line_without_its_type() throws LineFault {
    String line = RequestFile.request(7);

    byte[] canonical = RequestJson.write(parsed(line));

    assertThat(new String(canonical, StandardCharsets.UTF_8))
        .isEqualTo(line.replace("\"type\":\"request\",", ""));
    assertThat(RequestJson.read(canonical)).isEqualTo(parsed(line));
  }

  @Test
  void absent_fields_stay_absent_and_facts_are_sorted() {
    Request request =
        new Request(
            "R-1",
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Map.of("b", "2", "a", "1"),
            null);

    assertThat(new String(RequestJson.write(request), StandardCharsets.UTF_8))
        .isEqualTo("{\"requestId\":\"R-1\",\"facts\":{\"a\":\"1\",\"b\":\"2\"}}");
  }

  @Test
  void bytes_in_another_form_are_not_accepted_as_canonical() {
    byte[] other = "{\"surname\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> RequestJson.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("These are not the canonical bytes of a request");
  }

  @Test
  void a_text_over_2000_characters_or_with_a_control_character_marks_the_request_as_malformed()
      throws LineFault {
    assertThat(malformed(RequestFile.request(1).replace("Maria", "M".repeat(2_000)))).isFalse();
    assertThat(malformed(RequestFile.request(1).replace("Maria", "M".repeat(2_001)))).isTrue();
    assertThat(malformed(RequestFile.request(1).replace("Maria", "M\\u0000"))).isTrue();
    assertThat(malformed(RequestFile.request(1).replace("OFF-0402", "O".repeat(129)))).isTrue();
  }

  private static boolean malformed(String line) throws LineFault {
    Fields.Shape shape = new Fields.Shape();
    RecordMapper.request(RequestJson.parse(line), shape);
    return shape.malformed();
  }
}
