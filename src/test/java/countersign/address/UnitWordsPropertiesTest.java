package countersign.address;

import static countersign.request.ReasonCode.R206_ADDRESS_DOUBTFUL;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.postal.NameWords;
import countersign.postal.WordList;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Units without an id and named buildings belong to an address wherever they are written; names
 * with a number do not; and a second address in one line is never passed.
 */
@Proves({"R24", "R25", "R43", "R45"})
class UnitWordsPropertiesTest {
  private static final String STREET = "12 Oak St";
  private static final List<String> PLACES = List.of("Lobby", "Office", "PH", "Upper", "Bsmt");

  /** Units that end no name. */
  private static final List<String> SURE =
      List.of("Rear", "Front", "Upper", "Lower", "Basement", "Penthouse", "Upstairs", "Attic");

  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @Provide
  Arbitrary<String> units() {
    List<String> words = new ArrayList<>(WordList.read("street-names.txt").words(14));
    words.addAll(PLACES);
    words.addAll(List.of("Top Floor", "Ground Floor", "North Unit", "Rear House", "Main House"));
    words.sort(null);
    return Arbitraries.of(words);
  }

  @Property(tries = 1_500, seed = "20261201")
  void a_unit_without_an_id_matches_itself_and_no_other_unit(
      @ForAll("units") String one,
      @ForAll("units") String other,
      @ForAll @IntRange(max = 2) int place,
      @ForAll @IntRange(max = 2) int otherPlace) {
    boolean same = standard(one).equals(standard(other));
    assertThat(agree(at(place, one), at(otherPlace, other))).isEqualTo(same);
    assertThat(AddressForm.of(at(place, one)).equals(AddressForm.of(at(otherPlace, other))))
        .isEqualTo(same);
    assertThat(agree(at(place, one), in(STREET, null))).isFalse();
  }

  @Property(tries = 500, seed = "20261201")
  void a_unit_behind_an_addressee_is_a_unit(
      @ForAll("names") String name, @ForAll @IntRange(max = 7) int unit, @ForAll boolean apart) {
    Address behind = in(STREET + " " + SURE.get(unit), null);
    String before = name + " " + SURE.get(unit);
    boolean either = SURE.get(unit).equals("Penthouse"); // Penthouse 12
    Address written = apart || either ? in(before, STREET) : in(before + " " + STREET, null);
    assertThat(AddressForm.of(written)).isEqualTo(AddressForm.of(behind));
    assertThat(judge.judge(written)).isEmpty();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("Casey Quill", "Jordan Example", "Acme Roofing", "Quill and Daughters");
  }

  @Property(tries = 500, seed = "20261201")
  void two_buildings_of_one_address_never_match(
      @ForAll("buildings") String one,
      @ForAll("buildings") String other,
      @ForAll("rooms") String room,
      @ForAll boolean first) {
    Address written = first ? in(one + room, STREET) : in(STREET, one + room);
    assertThat(agree(written, in(other + room, STREET))).isEqualTo(one.equals(other));
    assertThat(agree(written, in(STREET, room.strip()))).isTrue();
  }

  @Provide
  Arbitrary<String> buildings() {
    return Combinators.combine(
            Arbitraries.of("Parrish", "Willets", "Keim", "North", "South"),
            Arbitraries.of("Hall", "Tower", "Wing", "Residence Hall", "House", "Building"))
        .as((name, noun) -> name + " " + noun);
  }

  @Provide
  Arbitrary<String> rooms() {
    return Arbitraries.of("", " Rm 318", " Apt 4");
  }

  @Property(tries = 500, seed = "20261201")
  void an_addressee_with_a_number_passes_and_matches_the_address_without_it(
      @ForAll("numbered") String name, @ForAll boolean box) {
    String line = box ? "PO Box 1234" : "1250 E Main St";
    Address written = in(name, line);
    assertThat(judge.judge(written)).isEmpty();
    assertThat(agree(written, in(line, null))).isTrue();
    assertThat(agree(written, in("1252 E Main St", null))).isFalse();
  }

  @Provide
  Arbitrary<String> numbered() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 99);
    return Combinators.combine(
            Arbitraries.of("Motel %d", "VFW Post %d", "Fire Station %d", "Super %d Motel"), numbers)
        .as((name, number) -> name.formatted(number));
  }

  @Property(tries = 1_000, seed = "20261201")
  void two_addresses_in_one_line_never_pass_whatever_joins_them(
      @ForAll("joints") String joint,
      @ForAll @IntRange(min = 10, max = 999) int second,
      @ForAll("seconds") String street,
      @ForAll boolean box) {
    String first = box ? "PO Box 12" : STREET;
    assertThat(judge.judge(in(first + " " + joint + " " + second + " " + street, null)))
        .isNotEmpty();
  }

  @Provide
  Arbitrary<String> joints() {
    Arbitrary<String> letters = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(7);
    return Arbitraries.oneOf(letters, Arbitraries.of("then", "now", "also", "via", "Maria", "c/o"));
  }

  @Provide
  Arbitrary<String> seconds() {
    return Arbitraries.of("Pine Ave", "Elm St Apt 2", "W Main Street", "Quarry Rd");
  }

  @Property(tries = 500, seed = "20261201")
  void the_coordinates_of_a_grid_may_have_five_digits(
      @ForAll @IntRange(min = 100, max = 30_000) int number,
      @ForAll @IntRange(min = 40, max = 2_800) int fives) {
    String line = number + " W " + fives * 5 + " S";
    assertThat(judge.judge(in(line, null))).as(line).isEmpty();
  }

  @Property(tries = 500, seed = "20261201")
  void two_numbers_are_a_units_id_behind_its_designator(
      @ForAll @IntRange(min = 1, max = 9_999) int one,
      @ForAll @IntRange(min = 1, max = 9_999) int other,
      @ForAll("designators") String designator) {
    String unit = designator + " " + one + "-" + other;
    Address address = in(STREET + " " + unit, null);
    assertThat(judge.judge(address)).as(unit).isEmpty();
    assertThat(AddressForm.of(in(unit, STREET))).isEqualTo(AddressForm.of(address));
  }

  @Provide
  Arbitrary<String> designators() {
    return Arbitraries.of("Ste", "Apt", "Unit", "#", "Suite");
  }

  @Property(tries = 300, seed = "20261201")
  void a_remark_on_line_2_before_a_second_address_is_held(@ForAll("remarks") String remark) {
    assertThat(judge.judge(in(STREET, remark + " 400 Pine Ave")))
        .containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(judge.judge(in(STREET, "400 Pine Ave"))).isEmpty();
  }

  @Provide
  Arbitrary<String> remarks() {
    WordList list = WordList.read("clerks-words.txt");
    List<String> words = new ArrayList<>(list.words(1));
    words.addAll(list.words(5));
    words.remove("NO"); // No 400 Pine Ave
    words.sort(null);
    return Arbitraries.of(words);
  }

  private static Address at(int place, String unit) {
    return switch (place) {
      case 0 -> in(unit, STREET);
      case 1 -> in(STREET, unit);
      default -> in(STREET + " " + unit, null);
    };
  }

  /** One spelling of a unit; a floor and a house keep their word, and Back is Rear. */
  private static String standard(String unit) {
    String words =
        String.join(" ", NameWords.standard(List.of(unit.toUpperCase(Locale.ROOT).split(" ", -1))));
    return words.equals("BACK") ? "REAR" : words;
  }

  private static boolean agree(Address one, Address other) {
    return AddressReadings.of(one).agreeWith(AddressReadings.of(other));
  }

  private static Address in(String line1, @Nullable String line2) {
    return new Address(
        line1, line2 == null || line2.isEmpty() ? null : line2, "Lima", "OH", "45801");
  }
}
