package countersign.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "123", "\u3164", "\u115f\u1160", "\uffa0 1", "\u200b\u2060", "\u02b0", "..."})
  void a_reason_needs_a_letter_that_can_be_seen(String text) {
    assertThat(WrittenText.isReason(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "\u00e9", "\u4e0d", "1 a", "\u3164a"})
  void a_letter_of_any_script_counts(String text) {
    assertThat(WrittenText.isReason(text)).isTrue();
  }
}
