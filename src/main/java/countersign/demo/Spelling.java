package countersign.demo;

import countersign.request.Request;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways to write the same address. */
enum Spelling {
  /** As in the records. */
  AS_HELD,
  /** Upper and lower case. */
  MIXED_CASE,
  /** Street suffix and direction written out. */
  WRITTEN_OUT,
  /** The unit written out. */
  UNIT_WRITTEN_OUT,
  /** The unit after a number sign. */
  NUMBER_SIGN,
  /** The unit on the first line. */
  ONE_LINE,
  /** With the last four digits of a ZIP+4. */
  ZIP_PLUS_FOUR;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("ST", "Street"),
          Map.entry("AVE", "Avenue"),
          Map.entry("RD", "Road"),
          Map.entry("DR", "Drive"),
          Map.entry("LN", "Lane"),
          Map.entry("BLVD", "Boulevard"),
          Map.entry("CT", "Court"),
          Map.entry("PL", "Place"),
          Map.entry("TER", "Terrace"),
          Map.entry("N", "North"),
          Map.entry("S", "South"),
          Map.entry("E", "East"),
          Map.entry("W", "West"));

  Request.Address of(SyntheticPerson.Home home) {
    return switch (this) {
      case AS_HELD -> address(home, home.line1(), home.line2(), home.postalCode());
      case MIXED_CASE ->
          address(home, titled(home.line1()), titled(home.line2()), home.postalCode());
      case WRITTEN_OUT -> address(home, inFull(home.line1()), home.line2(), home.postalCode());
      case UNIT_WRITTEN_OUT ->
          address(home, titled(home.line1()), unit(home.line2(), "Apartment "), home.postalCode());
      case NUMBER_SIGN -> address(home, home.line1(), unit(home.line2(), "#"), home.postalCode());
      case ONE_LINE ->
          address(home, home.line1() + ", " + titled(home.line2()), null, home.postalCode());
      case ZIP_PLUS_FOUR -> address(home, home.line1(), home.line2(), home.postalCode() + "-1234");
    };
  }

  private static Request.Address address(
      SyntheticPerson.Home home, String line1, @Nullable String line2, String zip) {
    return new Request.Address(line1, line2, titled(home.city()), home.state(), zip);
  }

  private static @Nullable String unit(@Nullable String unit, String designator) {
    return unit == null ? null : unit.replace("APT ", designator);
  }

  private static @Nullable String titled(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder titled = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      titled.append(titled.isEmpty() ? "" : " ").append(word.charAt(0));
      titled.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return titled.toString();
  }

  private static String inFull(String line) {
    StringBuilder full = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      full.append(full.isEmpty() ? "" : " ");
      full.append(WORDS.getOrDefault(word, titled(word)));
    }
    return full.toString();
  }
}
