package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normalised form of texts, and the name control that is computed from it. */
class ComparingFormTest {

  @ParameterizedTest
  @CsvSource({
    "O'Neill, ONEILL",
    "Don’t, DONT",
    "P.O. Box 7, PO BOX 7",
    "P.O.Box 7, PO BOX 7",
    "José Núñez, JOSE NUNEZ",
    "Łódź, LODZ",
    "12-B, 12-B",
    "1/2, 1/2",
    "N/A, N A",
    "Garcia-Morales, GARCIA MORALES",
    "#3, # 3",
    "'  a ,, b ', A B",
    "Ｆull, FULL",
    "12½, 12 1/2",
    "1⁄2, 1/2",
    "Km 3.5, KM 3.5",
    "3.B, 3.B",
    "A-1, A-1",
    "1/B, 1/B",
    "A/B, A B",
    "A.B, AB",
    "A.B.C., ABC",
    "AB.C, AB C",
    "A.BC, A BC",
    "A. B, A B",
    ".A, A",
    "A`B, AB",
    "z-Z@[^_{|}~, Z Z",
    "'ab', AB",
    "'a	b', A B",
    "ÆØŒÞÐĐĦŁ, AEOOETHDDHL",
    "É², E2",
    "#, #",
    "##1, # # 1",
    "ﬁ, FI",
    "Strasse ß, STRASSE SS",
  })
  void texts_are_normalised_to_one_form(String written, String form) {
    assertThat(ComparingForm.of(written)).isEqualTo(form);
  }

  @Test
  void invisible_characters_are_removed() {
    assertThat(ComparingForm.of("\u200b\u00ad \ufeff")).isEmpty();
    assertThat(ComparingForm.of("A\u200bB")).isEqualTo("AB");
    assertThat(ComparingForm.of(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "60601., 60601",
    "'see 12-, -12 and /12.', SEE 12 12 AND 12",
    "12-B, 12-B",
    "'', ''",
  })
  void words_have_no_punctuation_at_their_ends(String written, String words) {
    assertThat(String.join(" ", ComparingForm.bareWords(written))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "A B C, A, true",
    "A B C, B C, true",
    "A B C, A B C, true",
    "AB C, B C, false",
    "A BC, A B, false",
    "ABA A, A, true",
    "AB AB A, B A, false",
    "A, A B, false",
    "'', A, false",
  })
  void a_phrase_is_found_as_whole_words_only(String form, String phrase, boolean held) {
    assertThat(ComparingForm.holds(form, phrase)).isEqualTo(held);
  }
}
