package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Normalising a text twice gives the same result as normalising it once. */
class ComparingFormPropertiesTest {

  @Property(tries = 2_000, seed = "20261124")
  void normalising_a_form_does_not_change_it(@ForAll("texts") String text) {
    String form = ComparingForm.of(text);
    assertThat(ComparingForm.of(form)).isEqualTo(form);
    assertThat(form).doesNotContain("  ").isEqualTo(form.strip());
  }

  /** A full-width letter at the end sends the whole text the long way. */
  @Property(tries = 2_000, seed = "20261201")
  void western_letters_are_folded_as_any_others_are(@ForAll("western") String text) {
    assertThat(ComparingForm.of(text + " ｚ")).isEqualTo((ComparingForm.of(text) + " Z").strip());
    assertThat(ComparingForm.bare(text)).isEqualTo(String.join(" ", ComparingForm.bareWords(text)));
  }

  /** A picture is the only disguise in the second text. */
  @Property(seed = "20261201")
  void western_letters_are_no_disguise(@ForAll("western") String text) {
    assertThat(DisguisedText.in(text)).isFalse();
    assertThat(DisguisedText.in(text + " \u2191\u2600")).isTrue();
  }

  @Property(seed = "20261124")
  void case_makes_no_difference(@ForAll("names") String text) {
    assertThat(ComparingForm.of(text.toLowerCase(Locale.ROOT))).isEqualTo(ComparingForm.of(text));
  }

  @Property(seed = "20261124")
  void a_name_control_is_stable_and_at_most_four_characters_long(@ForAll("texts") String name) {
    String control = NameControl.of(name);
    assertThat(control).matches("([A-Z0-9][A-Z0-9-]{0,3})?");
    assertThat(NameControl.of(control)).isEqualTo(control.replaceFirst("-$", ""));
    assertThat(control.isEmpty() || NameControl.agrees(control + " ", name)).isTrue();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().withChars("aB1 .-/#'’½éŁßİ½⁄²ﬃ\u200b\u0301\u0345,").ofMaxLength(12),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20));
  }

  @Provide
  Arbitrary<String> western() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('\u00c0', '\u017f').ofMaxLength(12),
        Arbitraries.strings().withChars("aB1 .-/#'’éŁßİŉĿÿĲœ,").ofMaxLength(12));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("abcABCÉÑÜŁØ -'.1").ofMaxLength(15);
  }
}
