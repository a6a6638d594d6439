package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R43 and R44: the name control in the form of the IRS. */
@Proves({"R43", "R44"})
class NameControlTest {

  /** The first rows are examples of the IRS. */
  @ParameterizedTest
  @CsvSource({
    "Paz-Ayala, PAZ-",
    "El-Roy, EL-R",
    "O'Neill, ONEI",
    "Lee, LEE",
    "Li, LI",
    "VanElm, VANE",
    "Lopez y Moreno, LOPE",
    "De la Rosa, DELA",
    "von der Heide, VOND",
    "Garcia Morales, GARC",
    "Cedar-Hawthorn, CEDA",
    "Al-Amin, AL-A",
    "Ng, NG",
    "Lee Jr, LEE",
    "Lee Sr., LEE",
    "Lee II, LEE",
    "Lee III, LEE",
    "Lee IV, LEE",
    "Lee V, LEEV",
    "Al-Amin Jr., AL-A",
    "Jr, JR",
    "Li-Morales, LI-M",
    "Li‐Morales, LI-M",
    "Li―Morales, LI-M",
    "Li–Morales, LI-M",
    "'Li - Morales', LI-M",
    "-Li-, LI",
    "3M, 3M",
    "王, ''",
    "'-', ''",
    "Núñez, NUNE",
    "'', ''",
  })
  void a_control_is_the_first_four_characters_and_keeps_the_hyphen(String surname, String control) {
    assertThat(NameControl.of(surname)).isEqualTo(control);
  }

  @ParameterizedTest
  @CsvSource({
    "'LEE ', Lee",
    "'NG  ', Ng",
    "' ng', Ng",
    "EL-R, El-Roy",
    "ELRO, El-Roy",
    "AL-A, Al-Amin",
    "ALAM, Al-Amin",
    "PAZ-, Paz-Ayala",
    "PAZA, Paz-Ayala",
    "CEDA, Cedar-Hawthorn",
  })
  void a_source_may_fill_with_blanks_and_leave_the_hyphen_out(String control, String surname) {
    assertThat(NameControl.agrees(control, surname)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EL-R, El-Zakaria",
    "ELRO, El-Zakaria",
    "EL, El-Roy",
    "'EL  ', El-Roy",
    "PAZ, Paz-Ayala",
    "AYAL, Paz-Ayala",
    "EL-R, Elroy",
    "LEE, Leeds",
    "LEED, Lee",
    "'    ', 王",
    "'', Lee",
    "LEE, ''",
  })
  void the_part_before_the_hyphen_alone_is_another_name(String control, String surname) {
    assertThat(NameControl.agrees(control, surname)).isFalse();
  }
}
