package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Properties that hold for every address of a kind, not only for selected examples. */
@Proves({"R24", "R25", "R45"})
class AddressPropertiesTest {
  private static final List<String> PLACEHOLDERS =
      List.of(
          "Failed to Provide",
          "Failure to provide",
          "Did not provide",
          "Unknown",
          "Unknown Address",
          "Address unknown",
          "NA",
          "N/A",
          "n.a.",
          "NA NA",
          "None",
          "None given",
          "Not provided",
          "Not available",
          "TBD",
          "To be determined",
          "Homeless",
          "Transient",
          "Refused",
          "Refused to state",
          "Withheld",
          "Don't Care",
          "Don’t know",
          "X",
          "XXX",
          "xx xx",
          "Test",
          "000",
          "00000",
          "See file",
          "See attached",
          "On file",
          "Same as above",
          "General",
          "---",
          "#",
          "Unkown",
          "Homless",
          "Unknwon",
          "Pending",
          "No fixed address",
          "No known address");
  private static final List<String> NAMES =
      List.of("Oak", "Elm", "Martin Luther King", "Saint Charles", "Under Mountain", "5th");
  private static final List<List<String>> SUFFIXES =
      List.of(
          List.of("ST", "Street", "st.", "Strt"),
          List.of("AVE", "Avenue", "Av", "ave."),
          List.of("BLVD", "Boulevard", "Boul", "blvd."),
          List.of("RD", "Road", "road", "Rd."),
          List.of("PKWY", "Parkway", "Pkwy.", "Parkwy"),
          List.of("HTS", "Heights", "hts", "HTS."));
  private static final List<List<String>> DIRECTIONS =
      List.of(
          List.of("", "", "", ""),
          List.of("N ", "North ", "n. ", "NORTH "),
          List.of("SW ", "Southwest ", "S.W. ", "sw "));
  private static final List<List<String>> UNITS =
      List.of(
          List.of("", "", "", ""),
          List.of("APT 3", "Apartment 3", "# 3", "apt. #3"),
          List.of("STE 12-A", "Suite 12-A", "ste. 12-a", "STE #12-A"),
          List.of("BLDG 4 APT 2", "Building 4, Apt 2", "Apt 2 Bldg 4", "bldg. 4 # 2"));

  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @Property(tries = 2_000, seed = "20261124")
  void no_spelling_of_a_placeholder_is_accepted(
      @ForAll("placeholders") String line, @ForAll("emptyLines") String other) {
    assertThat(judge.judge(in(line, other))).isNotEmpty();
    assertThat(judge.judge(in(other, line))).isNotEmpty();
  }

  @Provide
  Arbitrary<String> placeholders() {
    Arbitrary<String> word =
        Combinators.combine(
                Arbitraries.of(PLACEHOLDERS), Arbitraries.of("", ".", "!", ",", " ?", "\u200b"))
            .as((text, mark) -> text + mark);
    Arbitrary<String> end =
        Arbitraries.of("", " 60601", " 60601-1234", ", Chicago IL 60601", " 12345");
    Arbitrary<String> start = Arbitraries.of("", "60601 ", "60601-1234 ", "123 ", "  ");
    return Combinators.combine(start, word, end, Arbitraries.of(Case.values()))
        .as((before, text, after, letters) -> letters.of(before + text + after));
  }

  /** How letters are written: upper, lower or mixed case. */
  enum Case {
    AS_IS,
    UPPER,
    LOWER;

    String of(String text) {
      return switch (this) {
        case AS_IS -> text;
        case UPPER -> text.toUpperCase(Locale.ROOT);
        case LOWER -> text.toLowerCase(Locale.ROOT);
      };
    }
  }

  @Provide
  Arbitrary<String> emptyLines() {
    return Arbitraries.of("", " ", "N/A", "60601", "Chicago IL 60601", "---", "Unknown");
  }

  @Property(tries = 2_000, seed = "20261124")
  void no_arrangement_of_the_last_line_is_accepted_as_an_address(
      @ForAll("lastLines") List<String> words) {
    String line = String.join(" ", words);
    assertThat(judge.judge(in(line, ""))).isNotEmpty();
    assertThat(judge.judge(in("", line))).isNotEmpty();
    assertThat(judge.judge(in(line, line))).isNotEmpty();
  }

  @Provide
  Arbitrary<List<String>> lastLines() {
    return Arbitraries.of(
            "60601", "60601-1234", "Chicago", "chicago,", "IL", "Illinois", "USA", "-", ".")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 2_000, seed = "20261124")
  void any_two_spellings_of_one_address_have_the_same_form(
      @ForAll("streets") Street street,
      @ForAll @IntRange(max = 3) int one,
      @ForAll @IntRange(max = 3) int other,
      @ForAll boolean apart,
      @ForAll boolean first) {
    AddressForm written = AddressForm.of(in(street.line(one, false), ""));
    Address again =
        apart
            ? in(street.withoutUnit(other), street.unit(other))
            : in(street.line(other, first), "");
    assertThat(AddressForm.of(again)).isEqualTo(written);
    assertThat(judge.judge(again)).isEmpty();
  }

  @Property(tries = 2_000, seed = "20261124")
  void two_house_numbers_never_have_the_same_form(
      @ForAll("streets") Street street,
      @ForAll("houseNumbers") String another,
      @ForAll @IntRange(max = 3) int one,
      @ForAll @IntRange(max = 3) int other) {
    Assume.that(!another.equals(street.number()));
    Street elsewhere =
        new Street(another, street.direction(), street.name(), street.suffix(), street.units());
    assertThat(AddressForm.of(in(elsewhere.line(other, false), "")))
        .isNotEqualTo(AddressForm.of(in(street.line(one, false), "")));
  }

  /** A street address and its four spellings. */
  record Street(
      String number, List<String> direction, String name, List<String> suffix, List<String> units) {
    String withoutUnit(int spelling) {
      return number + " " + direction.get(spelling) + name + " " + suffix.get(spelling);
    }

    String unit(int spelling) {
      return units.get(spelling);
    }

    String line(int spelling, boolean unitFirst) {
      return unitFirst
          ? unit(spelling) + " " + withoutUnit(spelling)
          : withoutUnit(spelling) + " " + unit(spelling);
    }
  }

  @Provide
  Arbitrary<Street> streets() {
    return Combinators.combine(
            houseNumbers(),
            Arbitraries.of(DIRECTIONS),
            Arbitraries.of(NAMES),
            Arbitraries.of(SUFFIXES),
            Arbitraries.of(UNITS))
        .as(Street::new);
  }

  @Provide
  Arbitrary<String> houseNumbers() {
    Arbitrary<Integer> number = Arbitraries.integers().between(1, 99_999);
    return Combinators.combine(number, Arbitraries.of("", "", "", "-A", "B", " 1/2", "-32"))
        .as((digits, more) -> digits + more);
  }

  @Property(tries = 2_000, seed = "20261124")
  void normalising_the_form_of_an_accepted_address_does_not_change_it(
      @ForAll("lines") String line1, @ForAll("lines") String line2) {
    Address address = in(line1, line2);
    AddressForm form = AddressForm.of(address);
    Address again =
        new Address(form.delivery(), form.unit(), form.city(), form.state(), form.zip());
    boolean oneLine =
        form.delivery().equals(AddressForm.of(in(line1, null)).delivery())
            || form.delivery().equals(AddressForm.of(in(line2, null)).delivery());
    if (oneLine && judge.judge(address).isEmpty()) {
      assertThat(AddressForm.of(again)).isEqualTo(form);
    }
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> words =
        Arbitraries.of(
            "412",
            "12½",
            "N",
            "North",
            "Street",
            "Saint",
            "#",
            "Apt",
            "3",
            "PO",
            "P.O.",
            "Box",
            "RR",
            "RR2",
            "Rural",
            "Route",
            "HC",
            "Star",
            "Highway",
            "Contract",
            "Unit",
            "Ste",
            "B-2",
            "Drawer",
            "R",
            "O'Neill",
            "-",
            "/",
            "PMB",
            "First",
            "Floor");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, words.list().ofMaxSize(7).map(list -> String.join(" ", list))),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
  }

  private static Address in(String line1, String line2) {
    return new Address(line1, line2, "Chicago", "IL", "60601");
  }
}
