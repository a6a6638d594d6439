package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in which texts are compared, and the name control that follows from it. */
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
  })
  void texts_are_compared_in_one_form(String written, String form) {
    assertThat(ComparingForm.of(written)).isEqualTo(form);
  }

  @Test
  void what_cannot_be_seen_is_nothing() {
    assertThat(ComparingForm.of("\u200b\u00ad \ufeff")).isEmpty();
    assertThat(ComparingForm.of("A\u200bB")).isEqualTo("AB");
    assertThat(ComparingForm.of(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "O'Neill, ONEI",
    "De la Rosa, DELA",
    "von der Heide, VOND",
    "Garcia Morales, GARC",
    "Cedar-Hawthorn, CEDA",
    "Lee, LEE",
    "Lee Jr, LEE",
    "Núñez, NUNE",
    "'', ''",
  })
  void a_name_control_is_four_characters_of_the_family_name(String surname, String control) {
    assertThat(NameControl.of(surname)).isEqualTo(control);
  }
}
