package countersign.validation;

import static countersign.request.ReasonCode.R201_NAME_MISSING;
import static countersign.request.ReasonCode.R221_NAME_PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.ReasonCode;
import countersign.request.Request.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R22: given name and surname are names. */
@Proves("R22")
class NameCheckTest {

  @ParameterizedTest
  @CsvSource({
    "Maria, Garcia Morales",
    "Ana, Unknowles",
    "Ana, Doering",
    "U, B",
    "John, Smith",
    "Smith, Doe",
    "Jonathan, Doe",
    "José, Núñez",
    "李, 王",
    "No, Nombre",
    "Last, Lopez",
    "III, Smith",
    "Aa, Smith",
    "Test, Testerman",
    "Мария, Иванова",
    "Doe, John",
    "Joan, Doe",
    "John, Doering",
    "Nan, Nonez",
    "Maria, Na",
    "NA, Smith",
    "Joon, na",
  })
  void a_persons_name_is_accepted(String given, String family) {
    assertThat(codes(given, family)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', Smith", "Ana, ''", "' ', Smith", "Ana, 123", "---, Smith", "Ana, '\u200b'"})
  void a_name_without_a_letter_is_missing(String given, String family) {
    assertThat(codes(given, family)).containsExactly(R201_NAME_MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "Unknown, Smith",
    "UNK, Smith",
    "FNU, Smith",
    "Ana, LNU",
    "NFN, Smith",
    "Ana, NLN",
    "f.n.u., Smith",
    "No Name, Smith",
    "Ana, Not  Provided",
    "Baby Boy, Smith",
    "baby-girl, Smith",
    "N/A, Smith",
    "N.A., Smith",
    "Ana, N/A",
    "N A, Smith",
    "Ana, None.",
    "Na, None",
    "Na, Unknown",
    "LNU, Na",
    "Na, N/A",
    "Ｎ．Ａ, Smith",
    "Ana, N\u200b/A",
    "NA, NA",
    "John, Doe",
    "JANE, doe",
    "Ｕnknown, Smith",
    "Baby, Girl",
    "No, Name",
    "Sin, Nombre",
    "See, File",
    "See, Attached",
    "Last, First",
    "First, Last",
    "Firstname, Lastname",
    "Given Name, Surname",
    "Male, Hispanic",
    "Asdf, Asdf",
    "Qwerty, QWERTY",
    "Xxx, Xxx",
    "Xx, Smith",
    "Ana, AAA",
  })
  void a_placeholder_is_not_a_name(String given, String family) {
    assertThat(codes(given, family)).containsExactly(R221_NAME_PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNKNOWN",
        "UNK",
        "FNU",
        "LNU",
        "NFN",
        "NLN",
        "NONE",
        "N A",
        "N/A",
        "n.a",
        "na/",
        "/na",
        ".none",
        "None.",
        "NO NAME",
        "NOT PROVIDED",
        "BABY BOY",
        "BABY GIRL",
        "No surname",
        "Last name unknown",
        "None None",
        "Unknown unknown",
        "Desconocido",
        "Ninguno",
        "Sin nombre",
        "Refused",
        "Declined",
        "UNKN",
        "Unkown",
        "TBD"
      })
  void a_placeholder_is_refused_as_given_name_and_as_surname(String placeholder) {
    assertThat(codes(placeholder, "Smith")).containsExactly(R221_NAME_PLACEHOLDER);
    assertThat(codes("Ana", placeholder)).containsExactly(R221_NAME_PLACEHOLDER);
    assertThat(codes("Ana " + placeholder, "Smith")).isEmpty();
    assertThat(codes("Ana", placeholder + " Smith")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unkn\u043ewn",
        "Garc\u0456a",
        "N\u043e\u200bne",
        "Mari\u03b1",
        "Maria \ud83d\ude00",
        "Mar\ufffda",
        "Ma\u0301\u0302\u0303ria",
        "Ma\ufff9ria",
        "Ma\u206aria",
        "Ma\u180eria"
      })
  void a_name_that_looks_like_another_one_is_a_placeholder(String disguised) {
    assertThat(codes(disguised, "Smith")).containsExactly(R221_NAME_PLACEHOLDER);
    assertThat(codes("Ana", disguised)).containsExactly(R221_NAME_PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Nguy\u1ec5n", "Nguye\u0302\u0303n", "Mar\u00eda", "\u674e Wei", "Mar\u200bia"})
  void a_name_in_one_alphabet_a_word_is_accepted(String name) {
    assertThat(codes(name, "Smith")).isEmpty();
    assertThat(codes("Ana", name)).isEmpty();
  }

  @Test
  void test_is_a_surname_but_not_beside_itself() {
    assertThat(codes("Maria", "Test")).isEmpty();
    assertThat(codes("Test", "Test")).containsExactly(R221_NAME_PLACEHOLDER);
  }

  @Test
  void both_objections_are_returned_together() {
    assertThat(codes("", "Unknown")).containsExactly(R201_NAME_MISSING, R221_NAME_PLACEHOLDER);
    assertThat(NameCheck.judge(null)).containsExactly(R201_NAME_MISSING);
  }

  private static List<ReasonCode> codes(String given, String family) {
    return NameCheck.judge(new Subject(given, null, family, null, null, null));
  }
}
