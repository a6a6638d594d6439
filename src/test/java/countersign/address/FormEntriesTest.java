package countersign.address;

import static countersign.request.ReasonCode.R206_ADDRESS_DOUBTFUL;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.postal.WordList;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person looks at an entry of a form that only looks like a street. */
class FormEntriesTest {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @Test
  void a_name_that_starts_with_an_instruction_is_held() {
    for (String word : LIST.words(11)) {
      assertThat(codes("90 " + word + " Oak St")).as(word).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
  }

  @Test
  void a_word_that_names_nothing_is_held_as_a_whole_name_only() {
    for (String word : LIST.words(12)) {
      for (String line : List.of("20 " + word + " St", "20 N " + word + " Rd")) {
        assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
      }
    }
    assertThat(codes("20 Random Oak St")).isEmpty();
    assertThat(codes("20 The Street")).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @Test
  void a_field_of_a_form_behind_a_street_is_held_and_a_number_with_its_digits_is_a_unit() {
    for (String word : LIST.words(13)) {
      String line = "5 Oak St " + word;
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    assertThat(codes("5 Oak St Number 3")).isEmpty();
  }

  @Test
  void a_paper_before_the_number_and_a_measure_before_a_way_are_held() {
    for (String word : LIST.words(14)) {
      String line = word + " 212 Main Ct";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
    for (String measure : LIST.words(15)) {
      for (String way : LIST.words(16)) {
        String line = "2 " + measure + " " + way;
        assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
      }
    }
    for (String form : LIST.words(17)) {
      String line = form + " Attorney St";
      assertThat(codes(line)).as(line).containsExactly(R206_ADDRESS_DOUBTFUL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"12-3456789 Main St", "1234-5678 Oak St", "5555-4321 Oak St"})
  void a_number_as_long_as_a_papers_is_held(String line) {
    assertThat(codes(line)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11031-11033 Main St", "94-1030 Oak St", "1103100-1103300 Oak St"})
  void a_range_and_a_hyphen_form_stay_house_numbers(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10:30am court", "12:30 Oak St", "10:00 12 Main St", "9 am court", "1 pm Court"})
  void a_time_is_held(String line) {
    assertThat(codes(line)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Motel 6 I-35",
        "MP 243 US 93",
        "Circle K 12 SR 51",
        "Maria Lopez 12 US 60",
        "Precinct 3 County Road 12"
      })
  void a_number_behind_a_name_may_be_the_names_before_a_numbered_road(String line) {
    assertThat(codes(line)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @Test
  void a_companys_house_number_on_a_numbered_road_passes() {
    for (String company : WordList.read("street-names.txt").words(9)) {
      String line = "Green Valley " + company + " 1200 Highway 6";
      assertThat(codes(line)).as(line).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "44 A Unit 2",
        "12 C Ste 4",
        "12 Chicago Apt 3",
        "12 United States",
        "12 Oak St Apt Unknown",
        "12 Oak St Apt N/A",
        "12 Oak St Unit XX",
        "12 Oak St Lot Pending"
      })
  void a_letter_a_city_or_a_placeholder_in_the_place_of_another_part_is_held(String line) {
    assertThat(codes(line)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12 \u041eak St", "12 Oak St \ud83d\ude00", "12 Oa\ufffdk St", "12 Oa\u180ek St"})
  void a_disguised_line_or_city_is_held(String line) {
    assertThat(codes(line)).containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(judge.judge(new Address("12 Oak St", null, "Chic\u0430go", "IL", "60601")))
        .containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  private List<ReasonCode> codes(String line) {
    return judge.judge(new Address(line, null, "Chicago", "IL", "60601"));
  }
}
