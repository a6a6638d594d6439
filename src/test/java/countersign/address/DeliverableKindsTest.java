package countersign.address;

import static countersign.request.ReasonCode.R203_ADDRESS_INCOMPLETE;
import static countersign.request.ReasonCode.R204_ADDRESS_PLACEHOLDER;
import static countersign.request.ReasonCode.R206_ADDRESS_DOUBTFUL;
import static countersign.request.ReasonCode.R215_IN_CUSTODY_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.postal.WordList;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a letter carrier finds pass, although a word of theirs has another sense. */
class DeliverableKindsTest {
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Attention Legal Dept, 180 E Broad St",
        "Human Resources Department 77 Oak St",
        "Post Office 77 Oak St",
        "Third Fl 77 Oak St",
        "Basement Apt, 77 Oak St",
        "Upper Unit, 77 Oak St",
        "Rear House 77 Oak St",
        "The Pier 12 Main St",
        "Dept of Records 12 Main St"
      })
  void a_unit_word_that_ends_an_addressee_has_no_id(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Apt 12 Oak St", "Bldg 4 Apt 12 Oak St", "Dept 77 Oak St"})
  void a_number_behind_a_bare_unit_word_is_its_id(String line) {
    assertThat(codes(line)).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"60601 County Road 12", "60601 Calle Luna", "60601 Broadway", "60601 N Clark"})
  void the_own_zip_is_a_house_number_before_a_road(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"14 Pine Apt 6", "55 Park Apt 3", "42 N Front", "9 Lake W"})
  void a_suffix_that_is_a_whole_name_passes_with_a_direction_or_a_unit(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"700 Spring", "15 Lake"})
  void a_suffix_that_is_a_whole_name_is_held_alone(String line) {
    assertThat(codes(line)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4KN4 Via 37",
        "Via Ester 2VL321",
        "3NS-8 Via Lourdes",
        "Com Toa Vaca Solar 12",
        "RR 3 Buzon 44",
        "HC 01 BZN 15",
        "Apartado Postal 88"
      })
  void a_puerto_rican_line_may_have_via_and_a_spanish_box(String line) {
    assertThat(judge.judge(new Address(line, null, "San Juan", "PR", "00926"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PO Box A", "P.O. Drawer KK", "Caller Service 3300", "12-A-4 Oak Ln"})
  void a_box_may_have_a_letter_and_a_house_number_one_between_numbers(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PO Box X", "PO Box Z Y", "Box A"})
  void another_letter_is_no_box(String line) {
    assertThat(codes(line)).isNotEmpty();
  }

  @Test
  void a_post_office_with_the_name_of_a_placeholder_is_a_city_in_its_state_only() {
    for (String office : WordList.read("post-offices.txt").lines()) {
      String state = office.substring(0, 2);
      String city = office.substring(3);
      assertThat(judge.judge(new Address("12 Oak St", null, city, state, "60601"))).isEmpty();
      assertThat(judge.judge(new Address("12 Oak St", null, city, "IL", "60601"))).isNotEmpty();
    }
  }

  @Test
  void a_street_may_have_the_name_of_its_city() {
    assertThat(judge.judge(new Address("500 Broadway", null, "Broadway", "NC", "27505"))).isEmpty();
    assertThat(judge.judge(new Address("12 Martha Ct Hartford", null, "Hartford", "CT", "06103")))
        .isEmpty();
    assertThat(judge.judge(new Address("12 Rio La LA", null, "Kenner", "LA", "70062"))).isEmpty();
    assertThat(codes("12 Chicago")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2240 Twin Lks",
        "908 North by Northeast Blvd",
        "12 Two by Four Rd",
        "3 Pueblo of Laguna Rd",
        "18 By the Sea Ln",
        "4 In the Pines Rd",
        "3600 N Capital of Texas Hwy",
        "16 Alameda Padre Serra",
        "333 Street C",
        "10 Drive A",
        "44 Court C",
        "7 Place D",
        "410 Oak Ave Apt Left",
        "410 Oak Ave 2nd Fl Left"
      })
  void a_name_with_a_suffix_passes(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 North of Main St",
        "12 Out of State Rd",
        "12 By the Office Rd",
        "5 On the Corner St",
        "333 Street X",
        "410 Oak Ave Left"
      })
  void a_remark_with_the_same_words_is_held(String line) {
    assertThat(codes(line)).isNotEmpty();
  }

  @Test
  void a_company_with_a_number_stands_above_a_complete_line_and_a_remark_does_not() {
    assertThat(codes("24 Hour Fitness", "12 Main St")).isEmpty();
    assertThat(codes("Five Star Nursing", "12 Main St")).isEmpty();
    assertThat(codes("44 Return to sender", "12 Main St")).containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(codes("1 Homeless", "12 Main St")).containsExactly(R204_ADDRESS_PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "88 Street of Dreams Dr",
        "3 Avenue Road",
        "77 Boulevard Ave",
        "1/2 Mill St",
        "214 3/4 Elm Ave",
        "15 Old State Hwy",
        "316 Old Highway 99 N",
        "1809 S Rural Rd",
        "44 City Hall Plz",
        "812 S Public Rd",
        "100 Public Square",
        "5 Drive-In Ln",
        "31 Walk in the Woods Ln",
        "600 Office Park Dr Ofc",
        "12 Elm St Office 4",
        "22 Elm St PMB 104455",
        "22 Elm St # 20913",
        "2 Quad Rd Wheeler Hall",
        "17 Calle Sin Pena",
        "440 S-12-77",
        "1400 Weld County Road 23E",
        "16 Lake Shore Promenade",
        "14 Rue Paris",
        "12 County Road RR",
        "Permit Unlimited LLC 12 Oak St",
        "21 Elk St Top Floor"
      })
  void a_word_of_a_doubtful_kind_is_also_part_of_streets(String line) {
    assertThat(codes(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 Main Street Road Avenue",
        "6 Street Avenue Road",
        "12 St St",
        "12 Q St St",
        "4 Blvd St",
        "12 City St",
        "12 Dead End St",
        "12x Oak St",
        "2/3 Main St",
        "12/ Oak St",
        "1 2 3 St",
        "55 55 Ave 55",
        "12 Oak Ct RR 2 Box 5",
        "12 Oak St office",
        "9 Elm St Apt 2 office",
        "ID 4455 Oak St",
        "Lic 12 Main St",
        "A# 200400 Fort St",
        "77 Old Highway",
        "6 Rural Road",
        "1 NE corner of Oak and Elm St",
        "1 Oak and Elm Sts",
        "3 I think Elm St",
        "12 Calle sin numero 4",
        "14 Calle Central San Jose Costa Rica"
      })
  void what_only_looks_like_a_street_is_not_taken(String line) {
    assertThat(codes(line)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1200 Jail Complex Rd, Marion County Jail",
        "Stewart Detention Center 146 CCA Rd",
        "County Prison, 88 Mill St",
        "Bluff Field Office, 12 Main St"
      })
  void an_institution_with_a_street_is_referred_to_a_person(String line) {
    assertThat(codes(line)).contains(R215_IN_CUSTODY_REVIEW);
  }

  private List<ReasonCode> codes(String line) {
    return codes(line, null);
  }

  private List<ReasonCode> codes(String line1, @Nullable String line2) {
    return judge.judge(new Address(line1, line2, "Chicago", "IL", "60601"));
  }

  /** Codes such as IN are words of a remark, so a road of another state needs a person. */
  @Test
  void a_states_road_is_judged_alike_by_its_code_and_by_its_name() {
    List<String> spellings =
        List.of(
            "634 Indiana State Road 9",
            "634 Indiana Highway 9",
            "634 Indiana 9",
            "634 IN 9",
            "634 IN-9",
            "634 IN State Road 9",
            "634 N IN 9",
            "634 Indiana 9 N");
    for (String line : spellings) {
      assertThat(judge.judge(new Address(line, null, "Columbus", "IN", "47201")))
          .as(line)
          .isEmpty();
      assertThat(judge.judge(new Address(line, null, "Columbus", "OH", "43215")))
          .as(line)
          .containsExactly(R206_ADDRESS_DOUBTFUL);
    }
  }
}
