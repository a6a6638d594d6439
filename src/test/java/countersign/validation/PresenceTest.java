package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absent, empty and invisible texts are missing; letters are of any script, digits are ASCII. */
class PresenceTest {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "\t\r\n",
        "\u0000\u0007\u001f",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u00ad",
        "\u2003\u3000",
        "\u2028",
        "\u200b\u200d\u2060\ufeff",
        " \u200b "
      })
  void invisible_texts_are_missing(String written) {
    assertThat(Presence.missing(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "!", "~", "-", " . ", "\u200b.", "é", "王", "\ud83d\ude00", "\u0301"})
  void visible_texts_are_not_missing(String written) {
    assertThat(Presence.missing(written)).isFalse();
  }

  @Test
  void letters_of_every_script_are_letters() {
    assertThat(Presence.hasLetter("12b")).isTrue();
    assertThat(Presence.hasLetter("王")).isTrue();
    assertThat(Presence.hasLetter("\ud801\udc00")).as("Deseret").isTrue();
    assertThat(Presence.hasLetter("12-3 .")).isFalse();
    assertThat(Presence.hasLetter("")).isFalse();
    assertThat(Presence.hasLetter(null)).isFalse();
  }

  @Test
  void only_ascii_digits_are_digits() {
    assertThat(Digits.only("0123456789")).isTrue();
    assertThat(Digits.only("")).isTrue();
    assertThat(Digits.only("12a")).isFalse();
    assertThat(Digits.only("a12")).isFalse();
    assertThat(Digits.only("1/2")).isFalse();
    assertThat(Digits.only("1:2")).isFalse();
    assertThat(Digits.only("１")).isFalse();
    assertThat(Digits.any("a0")).isTrue();
    assertThat(Digits.any("9a")).isTrue();
    assertThat(Digits.any("/:１")).isFalse();
    assertThat(Digits.any("")).isFalse();
  }

  @Test
  void surrounding_blanks_are_ignored() {
    assertThat(Presence.trimmed(" a b\u2003")).isEqualTo("a b");
    assertThat(Presence.trimmed(null)).isEmpty();
  }
}
