package countersign.address;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import countersign.validation.ComparingForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the published lists does what its list says. */
@Proves({"R24", "R25"})
class PublishedListsTest {
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "placeholder-words.txt",
        "placeholder-phrases.txt",
        "clerks-words.txt",
        "street-names.txt",
        "post-offices.txt",
        "name-words.txt",
        "generic-words.txt",
        "kinds-of-places.txt",
        "state-names.txt"
      })
  void a_list_states_its_version_and_is_written_in_comparing_form(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.lines().findFirst())
          .hasValueSatisfying(
              first -> assertThat(first).matches("# Version \\d{4}-\\d{2}-\\d{2}\\. .*"));
    }
    assertThat(WordList.read(name).lines())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(line -> assertThat(ComparingForm.of(line)).isEqualTo(line));
  }

  @Test
  void every_phrase_rejects_an_address_with_any_number() {
    for (String phrase : WordList.read("placeholder-phrases.txt").lines()) {
      assertThat(codes("12 " + phrase)).as(phrase).containsExactly(R204_ADDRESS_PLACEHOLDER);
      assertThat(codes("12 Oak St " + phrase)).as(phrase).containsExactly(R204_ADDRESS_PLACEHOLDER);
    }
  }

  @Test
  void every_placeholder_is_rejected_alone_and_held_before_a_suffix() {
    Set<String> streets = Set.copyOf(WordList.read("street-names.txt").lines(6));
    for (String word : WordList.read("placeholder-words.txt").words()) {
      for (String line : List.of(word, "1 " + word, "77 North " + word, "5 Oak St " + word)) {
        assertThat(codes(line)).as(line).containsExactly(R204_ADDRESS_PLACEHOLDER);
      }
      if (streets.contains(word)) {
        assertThat(codes("999 " + word + " Ct")).as(word).isEmpty();
      } else {
        for (String name : List.of(word, "N " + word, "Oak " + word, word + " Elm")) {
          String line = "999 " + name + " St";
          assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
        }
      }
    }
  }

  @Test
  void every_word_of_a_remark_is_held_in_a_name_and_in_an_addressee() {
    WordList list = WordList.read("clerks-words.txt");
    Set<String> words = list.words(1);
    words.addAll(list.lines(2));
    for (String word : words) {
      assertThat(codes("12 Oak " + word + " Elm St"))
          .as(word)
          .containsExactly(R206_ADDRESS_DOUBTFUL);
      assertThat(codes("Pat " + word + " Example 12 Oak St"))
          .as(word)
          .containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    Set<String> beforeNoSuffix = list.words(3);
    beforeNoSuffix.removeIf(word -> Publication28.isSuffix(word) || Publication28.isUnit(word));
    for (String word : beforeNoSuffix) {
      assertThat(codes("12 W " + word + " Elm")).as(word).containsExactly(R206_ADDRESS_DOUBTFUL);
      assertThat(codes("12 " + word + " Elm Ct")).as(word).isEmpty();
    }
  }

  @Test
  void every_word_of_a_remark_beside_a_street_or_a_box_is_held() {
    for (String word : WordList.read("clerks-words.txt").words(5)) {
      for (String line : List.of(word + " 12 Oak Ct", "12 Oak Ct " + word, "PO Box 12 " + word)) {
        assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
      }
    }
  }

  @Test
  void every_word_that_is_no_part_of_a_streets_name_is_held_there() {
    WordList list = WordList.read("clerks-words.txt");
    for (String word : list.words(4)) {
      String line = "12 Oak " + word + " Elm St";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    for (String place : list.lines(6)) {
      assertThat(codes("1 " + place)).as(place).isNotEmpty();
    }
  }

  @Test
  void every_person_with_a_home_is_held_and_so_is_a_building_before_a_place() {
    WordList list = WordList.read("clerks-words.txt");
    for (String person : list.words(7)) {
      String line = "5 " + person + "'s house Rd";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    for (String home : list.words(8)) {
      String line = "5 Friend's " + home + " Ln";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    for (String building : list.words(9)) {
      String line = "5 The " + building + " Station";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
  }

  @Test
  void every_country_person_and_company_is_held_also_with_a_unit() {
    WordList list = WordList.read("clerks-words.txt");
    for (int heading : new int[] {19, 20, 21}) {
      for (String word : list.words(heading)) {
        String line = "5 " + word + " Apt 3";
        assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
      }
    }
    assertThat(codes("5 Maple Apt 3")).isEmpty();
  }

  @Test
  void every_spanish_word_of_a_remark_holds_a_puerto_rican_place() {
    for (String word : WordList.read("clerks-words.txt").words(18)) {
      String line = word + " Sector Arenas 5";
      Address address = new Address(line, null, "Caguas", "PR", "00725");
      assertThat(judge.judge(address)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
  }

  @Test
  void no_stands_for_north_before_a_name_but_before_no_word_of_a_remark() {
    for (String word : WordList.read("clerks-words.txt").words(10)) {
      String line = "330 No " + word + " Rd";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    assertThat(codes("330 No Michigan Rd")).isEmpty();
    assertThat(codes("330 No Michigan Mall")).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @Test
  void every_written_state_belongs_to_the_last_line_and_is_no_city_with_the_country() {
    for (String row : WordList.read("state-names.txt").lines()) {
      String code = row.substring(0, 2);
      String name = row.substring(3);
      Address address =
          new Address("12 Highway 6", "Example City, " + name, "Example City", code, "60601");
      Address plain = new Address("12 Highway 6", null, "Example City", code, "60601");
      assertThat(AddressForm.of(address)).as(row).isEqualTo(AddressForm.of(plain));
      Address slipped = new Address("12 Highway 6", null, name + " USA", code, "60601");
      boolean city = Set.of("NEW YORK", "WASHINGTON").contains(name);
      assertThat(judge.judge(slipped).isEmpty()).as(row).isEqualTo(city);
    }
  }

  @Test
  void every_common_name_and_every_thoroughfare_is_known() {
    WordList list = WordList.read("street-names.txt");
    for (String name : list.words(1)) {
      assertThat(codes("12 " + name)).as(name).isEmpty();
    }
    for (String road : list.words(2)) {
      assertThat(codes("12 " + road + " Luna")).as(road).isEmpty();
      assertThat(codes("12 " + road).isEmpty()).as(road).isEqualTo(road.equals("BOULEVARD"));
    }
    for (String ending : list.words(5)) {
      assertThat(codes("12 Elm " + ending)).as(ending).isEmpty();
      assertThat(codes("12 " + ending)).as(ending).isNotEmpty();
    }
    for (String qualifier : list.words(3)) {
      assertThat(codes("12 " + qualifier + " Camino Luna")).as(qualifier).isEmpty();
    }
    for (String road : list.words(4)) {
      String state = stateOf(road);
      Address address = new Address("12 " + road + " 710", null, "Chicago", state, "60601");
      assertThat(judge.judge(address)).as(road).isEmpty();
      assertThat(codes(road + " 710")).as(road).isNotEmpty();
    }
  }

  /** The state whose code or name the word is; Illinois for any other word. */
  private static String stateOf(String road) {
    for (String row : WordList.read("state-names.txt").lines()) {
      if (row.startsWith(road + " ") || row.substring(3).equals(road)) {
        return row.substring(0, 2);
      }
    }
    return "IL";
  }

  private List<ReasonCode> codes(String line) {
    return judge.judge(new Address(line, null, "Chicago", "IL", "60601"));
  }
}
