package countersign.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.FileDetail.Detail;
import countersign.request.Request;
import countersign.testkit.RequestFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void a_text_that_is_too_long_names_its_field() throws LineFault {
    String line = RequestFile.request(1);

    assertThat(malformed(line.replace("Maria", "M".repeat(2_000)))).isEmpty();
    assertThat(malformed(line.replace("Maria", "M".repeat(2_001))))
        .containsExactly("subject.givenName");
    assertThat(malformed(line.replace("OFF-0402", "O".repeat(129))))
        .containsExactly("officers[].officerId");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x1f, 0x7f, 0x9f, 0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0xe0001, 0xe0041, 0x202a,
        0x202e, 0x2066, 0x2069, 0xe000, 0xf8ff, 0xf0000, 0x10fffd, 0x0378, 0x1fbff, 0xfdd0, 0xfdef,
        0xfffe, 0xffff, 0x1fffe, 0x10ffff
      })
  void a_character_that_hides_what_is_compared_refuses_the_request(int point) throws LineFault {
    String text = Character.toString(point);
    String written =
        text.chars().mapToObj(unit -> "\\u%04x".formatted(unit)).collect(Collectors.joining());

    assertThat(malformed(RequestFile.request(1).replace("N Oak St", "N Oak St" + written)))
        .containsExactly("address.line1");
    assertThat(
            malformed(
                RequestFile.request(1)
                    .replace(
                        "\"officers\"",
                        "\"facts\":{\"a%s\":\"1\"},\"officers\"".formatted(written))))
        .containsExactly("facts");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00ad, 0x200b, 0x200d, 0x2060, 0xfeff, 0x1f600, 0x20000})
  void another_invisible_or_rare_character_is_accepted(int point) throws LineFault {
    assertThat(
            malformed(RequestFile.request(1).replace("Maria", "Maria" + Character.toString(point))))
        .isEmpty();
  }

  @Test
  void a_request_has_at_most_eight_officers_and_fifty_facts() throws LineFault {
    assertThat(malformed(withOfficers(8))).isEmpty();
    assertThat(malformed(withOfficers(9))).containsExactly("officers");
    assertThat(malformed(withFacts(50))).isEmpty();
    assertThat(malformed(withFacts(51))).containsExactly("facts");
  }

  private static String withOfficers(int count) {
    String officer = "{\"officerId\":\"OFF-0417\"}";
    return RequestFile.request(1)
        .replaceFirst(
            "\"officers\":\\[.*]",
            "\"officers\":[" + String.join(",", Collections.nCopies(count, officer)) + "]");
  }

  private static String withFacts(int count) {
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add("\"fact%d\":\"1\"".formatted(i));
    }
    return RequestFile.request(1)
        .replace("\"officers\"", "\"facts\":{" + String.join(",", facts) + "},\"officers\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"surname\":\"Garcia Morales\"|\"surname\":5|TYPE|subject.surname",
        "\"surname\":\"Garcia Morales\"|\"surname\":null|TYPE|subject.surname",
        "\"stayed\":false|\"stayed\":\"false\"|TYPE|removalOrder.stayed",
        "\"taxPeriods\":[\"2023\",\"2024\"]|\"taxPeriods\":[2023]|TYPE|taxPeriods",
        "\"line1\"|\"lineOne\"|UNKNOWN_FIELD|address.lineOne",
        "\"purpose\"|\"purposes\"|UNKNOWN_FIELD|purposes",
        "\"purpose\"|\"a\\u202eb\\nc\"|UNKNOWN_FIELD|a?b?c",
        "\"purpose\"|\"0123456789012345678901234567890123456789012\"|UNKNOWN_FIELD|0123456789012345678901234567890123456789...",
      })
  void a_fault_names_its_field_and_an_unknown_name_is_shortened_and_printable(
      String written, String replaced, Detail detail, String field) {
    assertThatThrownBy(() -> parsed(RequestFile.request(1).replace(written, replaced)))
        .isInstanceOfSatisfying(
            LineFault.class,
            fault -> {
              assertThat(fault.detail()).isEqualTo(detail);
              assertThat(fault.field()).isEqualTo(field);
            });
  }

  private static Set<String> malformed(String line) throws LineFault {
    Fields.Shape shape = new Fields.Shape();
    RecordMapper.request(RequestJson.parse(line), shape);
    return shape.malformed();
  }
}
