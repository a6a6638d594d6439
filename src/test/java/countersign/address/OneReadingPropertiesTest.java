package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.address.line.DeliveryLine;
import countersign.address.line.ParsedAddress;
import countersign.postal.WordList;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Screen and match read an address alike, in every spelling, and no placeholder passes. */
@Proves({"R24", "R25", "R43", "R45"})
class OneReadingPropertiesTest {
  private static final List<List<String>> NUMBERS =
      List.of(
          List.of("1", "One", "#1", "No. 1", "ONE"),
          List.of("21", "Twenty-One", "TWENTY ONE", "Number 21", "# 21"),
          List.of("123-A", "123A", "123a", "No 123-A", "#123A"),
          List.of("44-12", "44-12", "# 44-12", "44-12", "No. 44-12"),
          List.of("12 1/2", "12½", "12-1/2", "Twelve 1/2", "#12 1/2"));
  private static final List<List<String>> STREETS =
      List.of(
          List.of("Oak Street", "OAK ST", "oak st.", "Oak Str", "Oak Strt"),
          List.of("N Oak Avenue", "North Oak Ave", "N. Oak Av", "NORTH OAK AVE.", "n oak ave"),
          List.of("First Avenue", "1st Ave", "1ST AVE.", "first av", "First Aven"),
          List.of("Twenty-First St", "21st Street", "21ST ST", "twenty first st.", "21st Str"),
          List.of("County Road 634", "CR 634", "Co Rd 634", "CR-634", "Co. Rd. 634"),
          List.of("State Route 6", "SR 6", "State Road 6", "SR-6", "State Rte 6"),
          List.of("Interstate 35", "I-35", "I 35", "INTERSTATE 35", "IH 35"),
          List.of("US Highway 41", "US Hwy 41", "US 41", "US-41", "U.S. 41"),
          List.of("Farm to Market Road 620", "FM 620", "FM-620", "Farm to Market 620", "FM620"),
          List.of(
              "FM 517 E", "E FM 517", "East FM-517", "Farm to Market Road 517 E", "FM 517 Rd East"),
          List.of("Highway 90 W", "W Hwy 90", "HWY 90 WEST", "West Highway 90", "Hwy. 90 W."),
          List.of(
              "MLK Blvd",
              "Martin Luther King Blvd",
              "Dr. M.L. King Jr. Blvd",
              "Rev Dr Martin Luther King Junior Boulevard",
              "ML King Jr Blvd"),
          List.of(
              "Illinois Route 9", "IL 9", "IL-9", "Illinois State Route 9", "Illinois Highway 9"),
          List.of(
              "Smith & Wesson Rd",
              "Smith and Wesson Road",
              "SMITH AND WESSON RD.",
              "Smith &Wesson Rd",
              "smith& wesson rd"));
  private static final List<List<String>> UNITS =
      List.of(
          List.of("", "", "", "", ""),
          List.of("Apt 3-B", "Apt 3B", "apt. 3 B", "# 3B", "Apartment #3-B"),
          List.of("Unit 7", "Apt 7", "# 7", "Apartment 7", "UNIT #7"),
          List.of("Suite 12", "STE 12", "ste. 12", "Ste #12", "SUITE 12"));
  private static final List<String> LAST = List.of("", ", Chicago IL 60601", " Chicago");
  private static final List<String> PERSON = List.of("", "c/o Pat Example ", "ATTN: Pat Example ");

  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  /** A street address in five spellings. */
  record Place(List<String> number, List<String> street, List<String> unit) {
    String line(int spelling) {
      return number.get(spelling) + " " + street.get(spelling) + " " + unit.get(spelling);
    }
  }

  @Provide
  Arbitrary<Place> places() {
    return Combinators.combine(
            Arbitraries.of(NUMBERS), Arbitraries.of(STREETS), Arbitraries.of(UNITS))
        .as(Place::new);
  }

  @Provide
  Arbitrary<String> lastLines() {
    return Arbitraries.of(LAST);
  }

  @Provide
  Arbitrary<String> people() {
    return Arbitraries.of(PERSON);
  }

  @Property(tries = 2_000, seed = "20261130")
  void spellings_of_one_address_match_and_get_the_same_codes(
      @ForAll("places") Place place,
      @ForAll @IntRange(max = 4) int one,
      @ForAll @IntRange(max = 4) int other,
      @ForAll("people") String person,
      @ForAll("lastLines") String last,
      @ForAll boolean apart) {
    Address plain = in(place.line(one), null);
    String line = place.line(other) + last;
    Address dressed = apart ? in(person, line) : in(person + line, null);

    assertThat(AddressForm.of(dressed)).isEqualTo(AddressForm.of(plain));
    assertThat(judge.judge(plain)).isEmpty();
    assertThat(judge.judge(dressed)).isEmpty();
  }

  @Property(tries = 2_000, seed = "20261130")
  void two_house_numbers_never_match_however_they_are_spelt(
      @ForAll("places") Place place,
      @ForAll @IntRange(max = 4) int one,
      @ForAll @IntRange(max = 4) int other) {
    for (List<String> number : NUMBERS) {
      if (!number.equals(place.number())) {
        Place elsewhere = new Place(number, place.street(), place.unit());
        assertThat(AddressForm.of(in(elsewhere.line(other), null)))
            .isNotEqualTo(AddressForm.of(in(place.line(one), null)));
      }
    }
  }

  @Property(tries = 2_000, seed = "20261130")
  void the_match_compares_the_delivery_line_that_the_screen_reads(
      @ForAll("places") Place place,
      @ForAll @IntRange(max = 4) int spelling,
      @ForAll("people") String person,
      @ForAll("lastLines") String last,
      @ForAll boolean apart) {
    String line = place.line(spelling) + last;
    Address address = apart ? in(line, person) : in(person + line, null);
    DeliveryLine read = ParsedAddress.of(address).line();
    assertThat(read).isNotNull();

    List<String> words = new ArrayList<>(read.number());
    words.addAll(read.streetAndAfter());
    assertThat(AddressForm.of(in(String.join(" ", words), null)))
        .isEqualTo(AddressForm.of(address));
  }

  @Property(tries = 5_000, seed = "20261130")
  void no_address_of_placeholder_words_passes_with_any_number(
      @ForAll("numbers") String number,
      @ForAll("placeholders") List<String> words,
      @ForAll("ends") String end,
      @ForAll("lastLines") String last,
      @ForAll boolean second) {
    String line = number + " " + String.join(" ", words) + end + last;
    List<ReasonCode> codes = judge.judge(second ? in("", line) : in(line, null));
    assertThat(codes).as(line).doesNotContain(ReasonCode.R215_IN_CUSTODY_REVIEW).isNotEmpty();
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> digits = Arbitraries.integers().between(1, 99_999).map(String::valueOf);
    Arbitrary<String> others =
        Arbitraries.of(
            "12-B",
            "44-12",
            "11031-11033",
            "12 1/2",
            "One",
            "Twenty-One",
            "#7",
            "No. 5",
            "N6W23001",
            "1984-03-11",
            "512-555-1234",
            "5125551234",
            "I-80",
            "CR 12",
            "12 & 14");
    return Arbitraries.oneOf(digits, others);
  }

  @Provide
  Arbitrary<List<String>> placeholders() {
    List<String> pool = new ArrayList<>(WordList.read("placeholder-words.txt").words());
    pool.addAll(WordList.read("placeholder-phrases.txt").lines());
    pool.addAll(List.of("N/A", "n.a.", "XXX", "Unkown", "Homeles"));
    pool.remove("GENERAL"); // General St is a published street
    pool.sort(null);
    return Combinators.combine(
            Arbitraries.of("", "", "North", "NE", "W."),
            Arbitraries.of(pool).list().ofMinSize(1).ofMaxSize(3))
        .as(
            (direction, words) -> {
              List<String> all = new ArrayList<>(words);
              all.add(0, direction);
              return all;
            });
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of(
        "",
        "",
        " St",
        " Avenue",
        " Rd N",
        " Blvd",
        " Creek",
        " Apt 4",
        " # 4",
        " St Apt 4",
        " N",
        " West",
        " 60601");
  }

  private static Address in(String line1, String line2) {
    return new Address(line1, line2, "Chicago", "IL", "60601");
  }
}
