package countersign.address;

import countersign.request.Request.Address;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that state and ZIP exist and match. The table is the resource {@code
 * policy/zip-prefixes.csv}: the first three digits, or all five for the few ZIPs that differ from
 * their prefix.
 *
 * @see <a href="../../../../../docs/rules.md">R26</a>
 */
public final class StateAndZip {
  private static final Map<String, Set<String>> STATES_BY_PREFIX = load();
  private static final Set<String> STATES =
      Set.of(
          "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
          "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ",
          "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT",
          "VA", "WA", "WV", "WI", "WY", "DC", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI", "AA",
          "AE", "AP");

  private StateAndZip() {}

  /**
   * Whether state and ZIP are present, exist and match; false leads to R208.
   *
   * @param address as stated; null if absent
   */
  public static boolean valid(@Nullable Address address) {
    if (address == null) {
      return false;
    }
    String state = ascii(Presence.trimmed(address.state())).toUpperCase(Locale.ROOT);
    String zip = Presence.trimmed(address.postalCode());
    if (!STATES.contains(state) || !wellFormed(zip)) {
      return false;
    }
    String five = zip.substring(0, 5);
    Set<String> exact = STATES_BY_PREFIX.get(five);
    return exact != null
        ? exact.contains(state)
        : STATES_BY_PREFIX.getOrDefault(five.substring(0, 3), Set.of()).contains(state);
  }

  /** Whether the word is the code of a state, in upper case. */
  static boolean isState(String word) {
    return STATES.contains(word);
  }

  /**
   * Returns the text if it is ASCII, otherwise an empty text: some other letters become ASCII
   * letters in upper case.
   */
  private static String ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return "";
      }
    }
    return text;
  }

  private static boolean wellFormed(String zip) {
    boolean shape =
        (zip.length() == 5 && Digits.only(zip))
            || (zip.length() == 10
                && zip.charAt(5) == '-'
                && Digits.only(zip.substring(0, 5))
                && Digits.only(zip.substring(6)));
    return shape && !zip.startsWith("00000") && !zip.startsWith("99999");
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> table = new HashMap<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    StateAndZip.class.getResourceAsStream("/policy/zip-prefixes.csv")),
                StandardCharsets.UTF_8))) {
      rows.readLine(); // skips the header row
      String row;
      while ((row = rows.readLine()) != null) {
        String[] cells = row.split(",", -1);
        table.put(cells[0], Set.of(cells[1].split(" ", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
