package countersign.records;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request.Address;
import countersign.request.Request.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R44, R45: when a stated name equals a held one. */
@Proves({"R44", "R45"})
class FullNameTest {
  private static final FoundRecord.Name HELD =
      new FoundRecord.Name("María", "Q.", "García Morales", "Jr.");

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "Maria, null, Garcia Morales, null, true",
        "MARIA, q, GARCIA-MORALES, JR, true",
        "Maria, ' ', Garcia Morales, '.', true",
        "Mario, null, Garcia Morales, null, false",
        "Maria, null, Garcia, null, false",
        "Maria, R., Garcia Morales, null, false",
        "Maria, null, Garcia Morales, Sr., false",
        "null, null, Garcia Morales, null, false",
        "Maria, null, null, null, false",
        "'', null, Garcia Morales, null, false",
        "Maria, null, '---', null, false",
      })
  void middle_name_and_suffix_are_compared_if_stated(
      String given, String middle, String surname, String suffix, boolean agrees) {
    Subject stated = subject(given, middle, surname, suffix);

    assertThat(FullName.agrees(stated, HELD)).isEqualTo(agrees);
    assertThat(FullName.agrees(stated, List.of(row("Ana", "Lee"), row(HELD)))).isEqualTo(agrees);
    assertThat(FullName.agrees(stated, List.of(row("Ana", "Lee")))).isFalse();
  }

  @Test
  void a_stated_middle_name_that_is_not_held_is_a_different_name() {
    FoundRecord.Name held = new FoundRecord.Name("Maria", null, "Garcia", null);

    assertThat(FullName.agrees(subject("Maria", null, "Garcia", null), held)).isTrue();
    assertThat(FullName.agrees(subject("Maria", "Q", "Garcia", null), held)).isFalse();
    assertThat(FullName.agrees(subject("Maria", null, "Garcia", "III"), held)).isFalse();
    assertThat(
            FullName.agrees(
                subject("", null, "Garcia", null), new FoundRecord.Name("", null, "Garcia", null)))
        .as("an empty name is not a name, even if both are empty")
        .isFalse();
  }

  @Test
  void names_with_the_same_name_control_resemble_each_other() {
    List<FoundRecord> held = List.of(row("Juan", "Lee"), row("Juan", "Garcia"));

    assertThat(FullName.resembles(subject("Maria", null, "Garcia", null), held)).isTrue();
    assertThat(FullName.resembles(subject("Maria", null, "Gardner", null), held)).isFalse();
    assertThat(FullName.resembles(subject("Maria", null, null, null), held)).isFalse();
    assertThat(FullName.resembles(subject("Maria", null, "王", null), List.of(row("Li", ""))))
        .isFalse();
  }

  private static Subject subject(
      @Nullable String given,
      @Nullable String middle,
      @Nullable String surname,
      @Nullable String suffix) {
    return new Subject(given, middle, surname, suffix, null, null);
  }

  private static FoundRecord row(String given, String surname) {
    return RecordsFixtures.row("900400001", given, surname, address(), "2024", true);
  }

  private static FoundRecord row(FoundRecord.Name name) {
    return new FoundRecord("900400001", "GARC", name, null, address(), "2024", true);
  }

  private static Address address() {
    return RecordsFixtures.austin("9 Elm Rd", null);
  }
}
