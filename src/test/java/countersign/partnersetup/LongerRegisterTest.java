package countersign.partnersetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries at the end of a list, in every form in which people write one. */
class LongerRegisterTest {
  private static String with(String text) throws IOException {
    return new LongerRegister("register.yaml", text).with("people", List.of("{ id: B }"));
  }

  @Test
  void an_empty_list_in_brackets_gets_its_first_entry() throws IOException {
    assertThat(with("serial: 9\npeople: [ ] # none\n"))
        .isEqualTo("serial: 10\npeople: [ { id: B }] # none\n");
  }

  @Test
  void a_list_in_brackets_gets_a_further_entry() throws IOException {
    assertThat(with("people: [{ id: A }]\nserial: 1"))
        .isEqualTo("people: [{ id: A }, { id: B }]\nserial: 2");
  }

  @Test
  void a_list_of_lines_keeps_its_margin_and_the_remarks_below_it() throws IOException {
    assertThat(with("serial: 1\npeople:\n  - id: A\n    of: [x, y] # é 😀\n\n# The end\nnext: 1\n"))
        .isEqualTo(
            "serial: 2\npeople:\n  - id: A\n    of: [x, y] # é 😀\n  - { id: B }\n\n# The end\nnext: 1\n");
  }

  @Test
  void a_list_without_a_margin_and_without_a_line_end_is_continued() throws IOException {
    assertThat(with("serial: 1\npeople:\n- id: 😀\n- id: \"é\""))
        .isEqualTo("serial: 2\npeople:\n- id: 😀\n- id: \"é\"\n- { id: B }\n");
  }

  @Test
  void a_register_without_the_list_or_without_a_number_is_refused() {
    assertThatThrownBy(() -> with("serial: 1\n")).hasMessageContaining("no usable key people");
    assertThatThrownBy(() -> with("people: []\nserial: one\n"))
        .hasMessageContaining("no usable key serial");
    assertThatThrownBy(() -> with("people: [\n")).hasMessageContaining("register.yaml has no");
  }
}
