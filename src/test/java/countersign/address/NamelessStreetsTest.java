package countersign.address;

import static countersign.request.ReasonCode.R206_ADDRESS_DOUBTFUL;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.postal.KeyboardRuns;
import countersign.postal.WordList;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person looks at a street whose whole name is generic, and at a unit without its id. */
@Proves({"R24", "R25"})
class NamelessStreetsTest {
  private static final WordList LIST = WordList.read("generic-words.txt");

  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @Test
  void every_word_of_a_form_a_file_or_a_person_is_held_as_a_whole_name_only() {
    List<String> passed = new ArrayList<>();
    List<String> heldInAName = new ArrayList<>();
    for (int heading = 1; heading <= 4; heading++) {
      for (String word : LIST.words(heading)) {
        for (String line : List.of("20 " + word + " Xing", "20 N " + word + "2 Ct")) {
          if (!codes(line).equals(List.of(R206_ADDRESS_DOUBTFUL))) {
            passed.add(line);
          }
        }
        if (!codes("20 " + word + " Oak Ct").isEmpty() && !KeyboardRuns.is(word)) {
          heldInAName.add(word);
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(heldInAName).isEmpty();
  }

  @Test
  void every_building_and_every_surface_is_held_before_a_roads_suffix() {
    for (String word : LIST.words(5)) {
      assertThat(codes("20 " + word + " Ln")).as(word).isNotEmpty();
    }
    for (String word : LIST.words(6)) {
      assertThat(codes("20 " + word + " Rd")).as(word).containsExactly(R206_ADDRESS_DOUBTFUL);
      assertThat(codes("20 Old " + word + " Rd")).as(word).containsExactly(R206_ADDRESS_DOUBTFUL);
      assertThat(codes("20 " + word + " Creek Rd")).as(word).isEmpty();
    }
    assertThat(codes("20 E Street Rd")).isEmpty();
    assertThat(codes("20 Old House Rd")).isEmpty();
    assertThat(codes("20 Private Road 4412")).isEmpty();
  }

  @Test
  void a_weak_word_is_held_only_beside_another_one() {
    for (String word : LIST.words(7)) {
      assertThat(codes("20 " + word + " Document St")).as(word).isNotEmpty();
      assertThat(codes("20 Word " + word + " St")).as(word).isNotEmpty();
    }
    for (String word : LIST.words(8)) {
      assertThat(codes("20 " + word + " Document St")).as(word).isNotEmpty();
    }
    for (String line : List.of("9 Record St", "20 Data Dr", "20 Page Rd", "20 Field St")) {
      assertThat(codes(line)).as(line).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Qwer", "Asdasd", "Poiu", "Qazwsx", "Abcd", "Zxcvb", "Sdlkfj", "Asdsa", "Bcdfg"})
  void a_word_of_a_keyboard_is_held_in_a_name_and_as_a_units_id(String word) {
    assertThat(codes("12 " + word + " St")).containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(codes("12 Oak St Apt " + word)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tree", "Were Oak", "Glass", "Flash", "Pkwy Oak", "MLK", "JFK", "Polo"})
  void a_word_of_a_language_is_none(String word) {
    String line = "12 " + word + " Ct";
    assertThat(codes(line).isEmpty()).as(line).isEqualTo(!word.startsWith("Were"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Apt ???", "Unit --", "Ste", "# ?", "Apt #", "Room ...", "Suite ***"})
  void a_unit_without_an_id_is_held_on_either_line(String unit) {
    assertThat(codes("12 Oak St " + unit)).containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(judge.judge(new Address("12 Oak St", unit, "Chicago", "IL", "60601")))
        .containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basement Apt", "Upper Unit", "Rear", "Apt 3", "Penthouse", "Apt A"})
  void a_unit_with_a_name_or_an_id_passes(String unit) {
    assertThat(codes("12 Oak St " + unit)).isEmpty();
  }

  private List<ReasonCode> codes(String line) {
    return judge.judge(new Address(line, null, "Chicago", "IL", "60601"));
  }
}
