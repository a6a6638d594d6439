package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.address.StateAndZip;
import countersign.validation.NameControl;
import countersign.validation.TaxpayerNumberRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people of the demo are fictitious and include every case that makes matching difficult. */
class SyntheticPeopleTest {
  private static final List<SyntheticPerson> PEOPLE = SyntheticPeople.make(2_000, DemoWorld.SEED);

  @TempDir Path folder;

  @Test
  void every_tin_is_in_the_reserved_range_and_unique() {
    assertThat(PEOPLE)
        .allSatisfy(
            person ->
                assertThat(TaxpayerNumberRange.of(person.tin()))
                    .isEqualTo(TaxpayerNumberRange.SYNTHETIC));
    assertThat(PEOPLE).extracting(SyntheticPerson::tin).doesNotHaveDuplicates();
  }

  @Test
  void tins_of_millions_of_people_are_in_the_reserved_range_and_unique() {
    Set<String> numbers = new HashSet<>();
    for (int index = 0; index < 15_000_000; index += 9_973) {
      String tin = SyntheticPeople.tin(index);
      assertThat(TaxpayerNumberRange.of(tin)).as(tin).isEqualTo(TaxpayerNumberRange.SYNTHETIC);
      assertThat(numbers.add(tin)).as(tin).isTrue();
    }
  }

  @Test
  void the_same_seed_gives_the_same_people_and_another_seed_gives_others() {
    assertThat(SyntheticPeople.make(200, 7)).isEqualTo(SyntheticPeople.make(200, 7));
    assertThat(SyntheticPeople.make(200, 8)).isNotEqualTo(SyntheticPeople.make(200, 7));
    assertThat(SyntheticPeople.make(300, 7))
        .startsWith(SyntheticPeople.make(200, 7).toArray(new SyntheticPerson[0]));
  }

  @Test
  void every_zip_code_belongs_to_its_state() {
    assertThat(PEOPLE)
        .flatExtracting(SyntheticPerson::homes)
        .allSatisfy(home -> assertThat(StateAndZip.valid(Spelling.AS_HELD.of(home))).isTrue());
  }

  @Test
  void every_person_has_several_homes_in_the_order_of_the_years() {
    assertThat(PEOPLE)
        .allSatisfy(
            person -> {
              assertThat(person.homes()).hasSizeGreaterThan(1);
              assertThat(person.homes()).extracting(SyntheticPerson.Home::period).isSorted();
              assertThat(person.lastKnown())
                  .isEqualTo(person.homes().get(person.homes().size() - 1));
            });
  }

  @Test
  void there_are_twins_shared_homes_common_names_and_compound_names() {
    assertThat(most(person -> person.surname() + person.birthDate() + person.lastKnown()))
        .as("twins: one surname, birth date and home")
        .isGreaterThan(1);
    assertThat(most(person -> person.lastKnown().in(0).toString()))
        .as("a shared home")
        .isGreaterThan(1);
    assertThat(most(SyntheticPerson::surname))
        .as("a common name")
        .isGreaterThan(PEOPLE.size() / 50);
    assertThat(PEOPLE).extracting(SyntheticPerson::surname).anyMatch(name -> name.contains(" "));
    assertThat(PEOPLE).extracting(SyntheticPerson::middleName).containsNull();
    assertThat(PEOPLE).extracting(SyntheticPerson::suffix).contains("JR");
  }

  private static long most(Function<SyntheticPerson, String> by) {
    Map<String, Long> counted =
        PEOPLE.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    return counted.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  @Test
  void people_csv_has_a_row_for_each_person_and_address_and_one_of_each_is_the_last_known()
      throws IOException {
    List<SyntheticPerson> people = PEOPLE.subList(0, 50);
    Path csv = folder.resolve("people.csv");
    RecordsDatabase.writeCsv(people, csv);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0))
        .isEqualTo(
            "tin,tin_type,given_name,middle_name,surname,suffix,birth_date,line1,line2,city,state,postal_code,period,last_known");
    assertThat(lines).hasSize(1 + people.stream().mapToInt(one -> one.homes().size()).sum());
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 14);
    assertThat(lines.stream().filter(line -> line.endsWith(",true"))).hasSize(people.size());
  }

  @Test
  void short_and_hyphenated_surnames_are_among_the_people() {
    assertThat(PEOPLE)
        .extracting(SyntheticPerson::surname)
        .contains("LEE", "NG", "EL-ROY", "AL-AMIN", "CEDAR-HAWTHORN", "O'NEILL");
  }

  @Test
  void a_control_written_by_hand_is_the_one_that_a_stated_name_is_compared_with() {
    assertThat(SyntheticNames.control("NG")).isEqualTo("NG  ");
    assertThat(SyntheticNames.control("EL-ROY")).isEqualTo("EL-R");
    assertThat(SyntheticNames.control("FLORES GARCIA")).isEqualTo("FLOR");
    assertThat(PEOPLE)
        .extracting(SyntheticPerson::surname)
        .allMatch(surname -> NameControl.agrees(SyntheticNames.control(surname), surname));
  }
}
