package countersign.policy;

import countersign.request.Request.Address;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Valid addresses in every style for which Publication 28 has a delivery line. */
public final class CorrectAddresses {
  /** How an address is written. */
  public enum Style {
    /** {@code 412 N OAK ST}. */
    ABBREVIATED,
    /** {@code 412 North Oak Street}. */
    SPELLED_OUT,
    /** {@code 412 n. oak st.}. */
    LOWER_CASE,
    /** Apartments, suites and floors on the same line, after or before the street. */
    UNIT_IN_LINE,
    /** Apartments, suites and floors on a line of their own. */
    UNIT_APART,
    /** {@code PO BOX 12} and its other spellings. */
    POST_OFFICE_BOX,
    /** Rural and highway contract routes. */
    ROUTE,
    /** {@code PSC 802 BOX 74}, APO, FPO and DPO. */
    MILITARY,
    /** Urbanizations, condominiums, kilometres. */
    PUERTO_RICO,
    /** A private mailbox at a street or a route. */
    PRIVATE_MAILBOX,
    /** Fractions, grids, letters in the number, numbered and lettered roads. */
    NUMBERS,
    /** Accents, apostrophes, care of, and a repeated last line. */
    AS_PEOPLE_WRITE
  }

  private record Place(String city, String state, String zip) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Chicago", "IL", "60601"),
          new Place("AUSTIN", "TX", "78701"),
          new Place("St. Louis", "MO", "63101"),
          new Place("Winston-Salem", "NC", "27101"),
          new Place("Española", "NM", "87532"),
          new Place("coeur d'alene", "id", "83814"),
          new Place("O’Fallon", "IL", "62269"),
          new Place("New York", "NY", "10001"),
          new Place("Salt Lake City", "UT", "84101"),
          new Place("Washington", "DC", "20001"),
          new Place("Christiansted", "VI", "00820"),
          new Place("Truth or Consequences", "NM", "87901"));
  private static final List<Place> OVERSEAS =
      List.of(
          new Place("APO", "AE", "09001"),
          new Place("FPO", "AP", "96201"),
          new Place("DPO", "AA", "34001"),
          new Place("apo", "ap", "96301"));
  private static final List<Place> ISLAND =
      List.of(
          new Place("San Juan", "PR", "00901"),
          new Place("Mayagüez", "PR", "00680"),
          new Place("PONCE", "PR", "00716"));
  private static final List<String> NAMES =
      List.of(
          "Oak",
          "Martin Luther King",
          "Saint Charles",
          "Unknown Soldier",
          "Home Creek",
          "Test Pilot",
          "Na Pali",
          "Jail",
          "Old Prison",
          "Courthouse",
          "General Sheridan",
          "5th",
          "Eleventh",
          "Lake Park");
  private static final List<String[]> SUFFIXES =
      List.of(
          new String[] {"ST", "Street"},
          new String[] {"AVE", "Avenue"},
          new String[] {"BLVD", "Boulevard"},
          new String[] {"RD", "Road"},
          new String[] {"DR", "Drive"},
          new String[] {"LN", "Lane"},
          new String[] {"HWY", "Highway"},
          new String[] {"TER", "Terrace"});
  private static final List<String[]> DIRECTIONS =
      List.of(
          new String[] {"", ""},
          new String[] {"N ", "North "},
          new String[] {"SW ", "Southwest "},
          new String[] {"E ", "East "});
  private static final List<String> UNITS =
      List.of(
          "APT %d",
          "Apt. %dB",
          "# %d",
          "#%d",
          "Suite %d",
          "STE %d-A",
          "Unit B",
          "BLDG %d APT 2",
          "Fl %d",
          "RM %d",
          "Lot %d",
          "Trailer %d",
          "SPC %d",
          "Apartment AA",
          "Basement",
          "PH %d");
  private static final List<String> UNIT_FIRST =
      List.of("Apt %d ", "# %d ", "Bldg 4 Apt %d ", "Unit %d ", "1st Floor ", "Basement ");
  private static final List<String> BOXES =
      List.of(
          "PO BOX %d",
          "P.O. Box %d",
          "P O Box %d",
          "Post Office Box %d",
          "po box # %d",
          "POB %d",
          "PO Drawer %d",
          "PO BOX %dA",
          "Lockbox %d",
          "PO BOX 60601");
  private static final List<String> ROUTES =
      List.of(
          "RR %d BOX 152",
          "RR%d Box 9A",
          "Rural Route %d Box 5",
          "RFD %d Box 87A",
          "Rt. %d Box 7",
          "HC %d BOX 23A",
          "Highway Contract Route %d Box 45",
          "Star Route %d Box 3",
          "rr 0%d box 12");
  private static final List<String> FORCES =
      List.of(
          "PSC %d BOX 74",
          "UNIT %d BOX 4190", "CMR %d Box 10", "psc %d box 1000", "Unit %d Box 0000");
  private static final List<String> ISLANDS =
      List.of(
          "URB Las Gladiolas %d",
          "Urbanización Las Flores %d",
          "%d Calle Luna",
          "A%d Calle Amapola",
          "Cond El Mar Apt %d",
          "Condominio Ashford %d",
          "Bo Sabana Hoyos %d",
          "Carr 155 Km 3.%d",
          "Res Manuel Pérez Edif %d",
          "Parcelas Falú %d",
          "HC %d Box 12",
          "%d Ave Ponce de León");
  private static final List<String> MAILBOXES =
      List.of(
          "10 Main St PMB %d",
          "10 MAIN ST STE 11 PMB %d", "PMB %d 10 Main St", "RR 1 BOX 12 PMB %d", "10 Main St # %d");
  private static final List<String> NUMBERED =
      List.of(
          "%d 1/2 Main St",
          "%d½ Main St",
          "%d-10 Queens Blvd",
          "N%dW23001 Bluemound Rd",
          "842 E %d00 S",
          "One Main St",
          "W%d County Road EE",
          "N12%d Hwy AA",
          "%d County Road 220",
          "%d US Highway 41 S",
          "12%dB Avenue K",
          "4400 NE %drd St",
          "1500 %dth Ave",
          "%d Broadway",
          "100 Front St",
          "9 Unit Drive",
          "20 Hangar Way",
          "%d State Route 39",
          "ten Downing St",
          "%d Avenue of the Americas",
          "1/2 Main St");
  private static final List<String> PEOPLES =
      List.of(
          "%d Rue Saint-André",
          "%d Niño Perdido Rd",
          "%d O’Neill Rd",
          "%d O'Neill Rd",
          "c/o Pat Example %d Elm St",
          "C/O Pat Example, PO Box %d",
          "ATTN: Pat Example %d Elm St",
          "care of Pat Example %d Elm St",
          "%d Elm St., ",
          "  %d   Elm   St  ",
          "%d Ｅlm St",
          "%d Łódź Ave");

  private final Random random;

  CorrectAddresses(Random random) {
    this.random = random;
  }

  Address in(Style style) {
    return switch (style) {
      case ABBREVIATED -> at(PLACES, street(0).toUpperCase(Locale.ROOT), null);
      case SPELLED_OUT -> at(PLACES, street(1), null);
      case LOWER_CASE -> at(PLACES, dotted(street(0)).toLowerCase(Locale.ROOT), null);
      case UNIT_IN_LINE ->
          random.nextInt(3) == 0
              ? at(PLACES, number(UNIT_FIRST) + street(0), null)
              : at(PLACES, street(random.nextInt(2)) + " " + number(UNITS), null);
      case UNIT_APART ->
          random.nextInt(3) == 0
              ? at(PLACES, number(UNITS), street(0))
              : at(PLACES, street(random.nextInt(2)), number(UNITS));
      case POST_OFFICE_BOX -> at(PLACES, number(BOXES), null);
      case ROUTE -> at(PLACES, number(ROUTES), null);
      case MILITARY -> at(OVERSEAS, number(FORCES), null);
      case PUERTO_RICO -> at(ISLAND, number(ISLANDS), null);
      case PRIVATE_MAILBOX -> at(PLACES, number(MAILBOXES), null);
      case NUMBERS -> at(PLACES, number(NUMBERED), null);
      case AS_PEOPLE_WRITE -> said(at(PLACES, number(PEOPLES), random.nextBoolean() ? "" : null));
    };
  }

  /** Appends the address's own last line to the delivery line in half of the cases. */
  private Address said(Address address) {
    return random.nextBoolean()
        ? address
        : new Address(
            address.line1()
                + ", "
                + address.city()
                + ", "
                + address.state()
                + " "
                + address.postalCode(),
            address.line2(),
            address.city(),
            address.state(),
            address.postalCode());
  }

  private Address at(List<Place> places, String line1, @Nullable String line2) {
    Place place = of(places);
    String zip = random.nextInt(3) == 0 ? place.zip() + "-1234" : place.zip();
    return new Address(line1, line2, place.city(), place.state(), zip);
  }

  private String street(int spelling) {
    String name = of(NAMES);
    return "%d %s%s %s"
        .formatted(
            1 + random.nextInt(9_999), of(DIRECTIONS)[spelling], name, of(SUFFIXES)[spelling]);
  }

  private static String dotted(String street) {
    return street.replaceAll("\\b(N|E|S|W|St|Rd|Ave|ST|RD|AVE) ?$", "$1.").replace(" N ", " N. ");
  }

  private String number(List<String> forms) {
    return of(forms).formatted(1 + random.nextInt(98));
  }

  private <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
