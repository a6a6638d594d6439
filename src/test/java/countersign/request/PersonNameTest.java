package countersign.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that look alike are the name of one person. */
class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "Alex Adams, alex  ADAMS",
    "Alex Adams, 'Adams, Alex'",
    "Alex Adams, \u0410l\u0435x \u0410dams", // Cyrillic A, e
    "Alex Adams, A\u200Blex Adams", // a blank without width
    "Alex Adams, \uFF21lex Adams", // a wide A
    "Alex Adams, Al\u00E9x Adams",
    "Alex Adams, AIex Adams", // a capital I
    "Alex Adams, A1ex Adams",
    "Robin Marn, Robin Mam",
    "Zo\u00EB Poe, Zoe P0e"
  })
  void names_that_look_alike_are_one_persons(String one, String other) {
    assertThat(PersonName.alike(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Alex Adams, Alex Adam", "Alex Adams, Alice Adams", "Alex Adams, Alex B. Adams"})
  void names_that_differ_are_of_two_people(String one, String other) {
    assertThat(PersonName.alike(one, other)).isFalse();
  }
}
