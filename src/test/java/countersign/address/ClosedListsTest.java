package countersign.address;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word and phrase of the closed lists with which addresses are checked. */
@Proves({"R24", "R25", "R27"})
class ClosedListsTest {
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FAILED TO PROVIDE",
        "FAILURE TO PROVIDE",
        "DID NOT PROVIDE",
        "NOT PROVIDED",
        "NOT AVAILABLE",
        "NOT APPLICABLE",
        "NOT GIVEN",
        "NOT STATED",
        "NONE GIVEN",
        "NO KNOWN ADDRESS",
        "NO FIXED ADDRESS",
        "NO ADDRESS",
        "ADDRESS UNKNOWN",
        "UNKNOWN ADDRESS",
        "DON'T CARE",
        "DONT KNOW",
        "REFUSED TO STATE",
        "REFUSED TO PROVIDE",
        "SEE FILE",
        "SEE ATTACHED",
        "SAME AS ABOVE",
        "TO BE DETERMINED",
        "ON FILE"
      })
  void a_phrase_is_a_placeholder_anywhere_in_a_line(String phrase) {
    for (String line :
        List.of(
            phrase, phrase + " 412 N Oak St", "412 N Oak St, " + phrase, "PO Box 7 " + phrase)) {
      assertThat(codes(line)).as(line).containsExactly(R204_ADDRESS_PLACEHOLDER);
    }
    assertThat(judge.judge(in("412 N Oak St", phrase))).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(judge.judge(new Address("412 N Oak St", null, "x " + phrase, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(codes("412 " + phrase.replace(" ", "s ") + "s Rd"))
        .isIn(List.of(), List.of(R206_ADDRESS_DOUBTFUL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNKNOWN",
        "UNK",
        "NONE",
        "NULL",
        "NIL",
        "NA",
        "TBD",
        "TBA",
        "TEST",
        "HOMELESS",
        "TRANSIENT",
        "WITHHELD",
        "REFUSED",
        "PENDING",
        "BLANK",
        "VOID",
        "DUMMY"
      })
  void a_word_is_a_placeholder_alone_and_doubtful_before_a_suffix(String word) {
    for (String line :
        List.of(word, word + " " + word, word + " 60601", "123 " + word, "412 N Oak St " + word)) {
      assertThat(codes(line)).as(line).containsExactly(R204_ADDRESS_PLACEHOLDER);
    }
    assertThat(codes("412 " + word + " Rd")).containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(judge.judge(new Address("412 N Oak St", null, word, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource({
    // one letter missing, added, changed, or two swapped
    "UNKNOWN, UNKNWN, UNKNNOWN, UNKNOWM, UNKNONW",
    "HOMELESS, HOMELES, HOMELLESS, HOMELASS, HOEMLESS",
    "TRANSIENT, TRANSENT, TRANSIIENT, TRANSIANT, TRANISENT",
    "GENERAL, GENRAL, GENEERAL, GENERAX, GENEARL",
    "WITHHELD, WITHELD, WITHHEELD, WITHHOLD, WITHHEDL",
    "REFUSED, REFUSD, REFFUSED, REFUSEB, RFEUSED",
    "PENDING, PENDNG, PENDINGS, BENDING, PEDNING",
  })
  void a_word_of_six_letters_or_more_is_recognised_with_one_misspelling(
      String word, String less, String more, String other, String swapped) {
    for (String misspelt : List.of(less, more, other, swapped)) {
      assertThat(codes(misspelt)).as(misspelt).containsExactly(R204_ADDRESS_PLACEHOLDER);
    }
    assertThat(codes("Q" + less)).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(codes(more + "S")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONES", "TESTS", "VOIDS", "BLANKS", "DUMY", "NUL", "TB"})
  void a_shorter_word_is_not_recognised_with_a_misspelling(String word) {
    assertThat(codes(word)).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JAIL",
        "PRISON",
        "PENITENTIARY",
        "REFORMATORY",
        "DETENTION",
        "CORRECTIONAL",
        "CORRECTIONS",
        "RESIDENTIAL CENTER",
        "PROCESSING CENTER",
        "COURTHOUSE",
        "FIELD OFFICE"
      })
  void an_institution_needs_a_delivery_line_and_then_a_persons_review(String name) {
    assertThat(codes("Cook County " + name)).containsExactly(R205_FACILITY_NO_LOCATOR);
    assertThat(codes(name + ", Chicago IL 60601")).containsExactly(R205_FACILITY_NO_LOCATOR);
    for (String line :
        List.of(
            name + " 412 N Oak St",
            "412 N Oak St " + name,
            "c/o " + name + " PO Box 7",
            "PO Box 7 " + name)) {
      assertThat(codes(line)).as(line).containsExactly(R215_IN_CUSTODY_REVIEW);
    }
    assertThat(judge.judge(in(name, "412 N Oak St"))).containsExactly(R215_IN_CUSTODY_REVIEW);
    assertThat(judge.judge(in("412 N Oak St", name))).containsExactly(R215_IN_CUSTODY_REVIEW);
    assertThat(codes("412 " + name + " Rd")).isEmpty();
    assertThat(codes("412 N Oak St " + name.replace(" ", " X ") + "X"))
        .doesNotContain(R215_IN_CUSTODY_REVIEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ONE", "Ten", "ELEVEN", "Forty-Two", "Ninety-Nine"})
  void a_house_number_may_be_spelt_up_to_ninety_nine(String number) {
    assertThat(codes(number + " Main St")).isEmpty();
    assertThat(codes("c/o Pat Example " + number + " Main St")).isEmpty();
    assertThat(codes("Apt 3 " + number + " Main St")).isEmpty();
    assertThat(codes(number)).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUNDRED", "Twenty First", "ZERO", "FIRST", "TENTH"})
  void other_numbers_in_words_are_not_house_numbers(String number) {
    assertThat(codes(number + " Main St")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "URB",
        "COND",
        "BO",
        "CALLE",
        "RES",
        "EXT",
        "AVE",
        "CARR",
        "BDA",
        "PARC",
        "REPTO",
        "SECT",
        "EDIF",
        "JARD",
        "VILLA",
        "Urbanización",
        "Condominio",
        "Barrio",
        "Residencial",
        "Extensión",
        "Avenida",
        "Carretera",
        "Barriada",
        "Parcelas",
        "Reparto",
        "Sector",
        "Edificio",
        "Jardines"
      })
  void a_puerto_rican_address_is_one_of_its_words_with_a_number(String word) {
    assertThat(island(word + " Las Flores 12", "PR")).isEmpty();
    assertThat(island(word + " Las Flores", "PR")).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(island(word + " Las Flores 12", "TX")).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(island("Las Flores 12", "PR")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  private List<ReasonCode> island(String line, String state) {
    return judge.judge(new Address(line, null, "San Juan", state, "00901"));
  }

  @ParameterizedTest
  @CsvSource({
    "APARTMENTS", "APTS", "BLDG", "BUILDING", "CENTER", "CONDOMINIUM", "CONDOMINIUMS", "HOTEL",
    "HOUSE", "LOFTS", "MALL", "MANOR", "PLAZA", "RESIDENCES", "TOWER", "TOWERS"
  })
  void a_building_may_be_named_before_the_number_of_a_street(String word) {
    assertThat(codes("Willis " + word + " 233 S Wacker Dr")).isEmpty();
    assertThat(codes("Willis " + word + " 233 Unknown Chicago IL 60601")).isNotEmpty();
    assertThat(codes("Willis " + word + " 233 Wacker")).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(codes("Willis " + word)).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(codes(word + " 4 Oak St")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BSMT", "FL", "FRNT", "HNGR", "LBBY", "LOT", "LOWR", "OFC", "PH", "REAR", "SIDE", "SLIP",
        "SPC", "STOP", "TRLR", "UNIT", "UPPR", "Front", "Lower", "Upper", "Hangar"
      })
  void a_unit_designator_may_be_a_street_name(String word) {
    assertThat(codes("100 " + word + " St")).isEmpty();
    assertThat(codes("100 " + word)).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(codes("100 " + word + " 7")).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(codes("100 " + word + " Apt 7")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BSMT",
        "FRNT",
        "LBBY",
        "LOWR",
        "OFC",
        "PH",
        "REAR",
        "SIDE",
        "UPPR",
        "Basement",
        "Front",
        "Lobby",
        "Lower",
        "Office",
        "Penthouse",
        "Upper"
      })
  void some_units_have_no_id(String word) {
    assertThat(codes(word + " 412 N Oak St")).isEmpty();
    assertThat(codes(word + " Main St")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APT",
        "BLDG",
        "DEPT",
        "FL",
        "HNGR",
        "LOT",
        "PIER",
        "PMB",
        "RM",
        "SLIP",
        "SPC",
        "STE",
        "STOP",
        "TRLR",
        "UNIT",
        "Apartment",
        "Building",
        "Floor",
        "Room",
        "Suite",
        "Space",
        "Trailer"
      })
  void other_units_need_an_id(String word) {
    assertThat(codes(word + " 7 412 N Oak St")).isEmpty();
    assertThat(codes(word + " # 7 412 N Oak St")).isEmpty();
    assertThat(codes(word + " B 412 N Oak St")).isEmpty();
    assertThat(codes(word + " 7 Main St")).containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  private List<ReasonCode> codes(String line) {
    return judge.judge(in(line, null));
  }

  private static Address in(String line1, String line2) {
    return new Address(line1, line2, "Chicago", "IL", "60601");
  }
}
