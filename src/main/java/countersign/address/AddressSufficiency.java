package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.ParsedAddress;
import countersign.postal.Institutions;
import countersign.postal.Lexicon;
import countersign.postal.LocatorDigits;
import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.Words;
import countersign.postal.remark.ForeignText;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a request states a usable address. The same function checks every request,
 * whatever its matching strategy, before any look-up; a court counted about 42,695 requests for
 * which this check was missing. The first step with an objection decides about the delivery part;
 * the city is checked separately. Immutable.
 *
 * @see <a href="../../../../../docs/rules.md">R23-R25, R27</a>
 */
public final class AddressSufficiency {
  private static final List<String> NOT_APPLICABLE = List.of("N", "A");
  private static final List<String> NOTHING = List.of("X");
  private final Lexicon lexicon;
  private final DoubtfulAddress doubts;
  private final CityCheck city;
  private final boolean closed;

  /**
   * Creates the check.
   *
   * @param additions words or phrases that an agreement treats as additional placeholders
   */
  public AddressSufficiency(Set<String> additions) {
    this.lexicon = new Lexicon(additions);
    this.doubts = new DoubtfulAddress(lexicon);
    this.city = new CityCheck(lexicon);
    this.closed = lexicon.isClosed();
  }

  /**
   * Checks the delivery part and the city; {@link StateAndZip} checks state and ZIP.
   *
   * @param address as stated; null if absent, which is the same as empty
   * @return R202, R203, R204, R205 or R207; R206 or R215 or both if a person must review the
   *     address; empty if it is sufficient
   */
  public List<ReasonCode> judge(@Nullable Address address) {
    if (address == null) {
      return List.of(ReasonCode.R202_ADDRESS_MISSING, ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    return judge(address, ParsedAddress.of(address));
  }

  /** The same for an address that is already read. */
  List<ReasonCode> judge(Address address, ParsedAddress parsed) {
    List<ReasonCode> line = line(address, parsed);
    if (city.is(parsed.lines().city(), address)) {
      return line;
    }
    List<ReasonCode> found = new ArrayList<>(line);
    found.remove(ReasonCode.R206_ADDRESS_DOUBTFUL);
    if (!found.contains(ReasonCode.R203_ADDRESS_INCOMPLETE)
        && !found.contains(ReasonCode.R205_FACILITY_NO_LOCATOR)) {
      found.add(ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    return found;
  }

  private List<ReasonCode> line(Address address, ParsedAddress parsed) {
    if (parsed.ordinary() && closed && !ForeignText.in(address.city())) {
      return List.of();
    }
    if (Presence.missing(address.line1()) && Presence.missing(address.line2())) {
      return List.of(ReasonCode.R202_ADDRESS_MISSING);
    }
    List<String> all = parsed.lines().whole();
    List<String> rest = parsed.lines().own();
    if (rest.isEmpty() && LocatorDigits.among(all)) {
      return List.of(ReasonCode.R207_ZIP_ONLY);
    }
    if (lexicon.holdsPhrase(all) || lexicon.onlyLexicon(rest.isEmpty() ? all : rest)) {
      return List.of(ReasonCode.R204_ADDRESS_PLACEHOLDER);
    }
    DeliveryLine line = parsed.line();
    if (line == null) {
      return List.of(
          Institutions.named(all)
              ? ReasonCode.R205_FACILITY_NO_LOCATOR
              : ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    return isPlaceholder(line)
        ? List.of(ReasonCode.R204_ADDRESS_PLACEHOLDER)
        : forAPerson(line, parsed, address);
  }

  private static boolean isForeign(Address address) {
    return ForeignText.in(address.line1())
        || ForeignText.in(address.line2())
        || ForeignText.in(address.city());
  }

  /** The codes for which a person looks at an address with a delivery line. */
  private List<ReasonCode> forAPerson(DeliveryLine line, ParsedAddress parsed, Address address) {
    boolean institution =
        Institutions.named(parsed.lines().whole())
            && (Institutions.named(line.before())
                || Institutions.named(line.streetAndAfter(), line.street().size())
                || Institutions.named(parsed.other())
                || DoubtfulAddress.isInstitution(line));
    boolean doubtful = isForeign(address) || doubts.is(line, parsed, address);
    if (doubtful && institution) {
      return List.of(ReasonCode.R206_ADDRESS_DOUBTFUL, ReasonCode.R215_IN_CUSTODY_REVIEW);
    }
    if (doubtful) {
      return List.of(ReasonCode.R206_ADDRESS_DOUBTFUL);
    }
    return institution ? List.of(ReasonCode.R215_IN_CUSTODY_REVIEW) : List.of();
  }

  /**
   * Whether the street's name, or all words after its suffix, are placeholders. A placeholder
   * before a suffix may be a street: a person looks at it.
   */
  private boolean isPlaceholder(DeliveryLine line) {
    if (!line.after().isEmpty() && onlyPlaceholders(line.after())) {
      return true;
    }
    return switch (line.form()) {
      case SUFFIX -> false;
      case THOROUGHFARE -> !line.isNumberedRoad() && onlyPlaceholders(line.street(), true);
      default -> lettered(line.street()).equals(NOTHING) || onlyPlaceholders(line.street());
    };
  }

  private boolean onlyPlaceholders(List<String> words) {
    return onlyPlaceholders(words, false);
  }

  /**
   * Whether, apart from directionals, single letters, numbers and a unit's short id, at least one
   * word is left and all of them are lexicon words; also true if {@code N/A} is the only content.
   *
   * @param road whether words such as HIGHWAY and CALLE are set aside too
   */
  private boolean onlyPlaceholders(List<String> words, boolean road) {
    boolean any = isNotApplicable(words);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean id = word.length() == 2 && i > 0 && Publication28.isUnit(words.get(i - 1));
      boolean aside =
          word.length() == 1
              || id
              || !Presence.hasLetter(word)
              || Publication28.isDirection(word)
              || (road && StreetWords.isThoroughfare(word));
      if (!aside) {
        if (!lexicon.isLexicon(word)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** Whether N/A is the only content, apart from directionals. */
  private static boolean isNotApplicable(List<String> words) {
    if (!words.contains("A")) {
      return false;
    }
    List<String> lettered = lettered(words);
    int before = lettered.size() - NOT_APPLICABLE.size();
    return before >= 0
        && lettered.subList(before, lettered.size()).equals(NOT_APPLICABLE)
        && Words.all(lettered.subList(0, before), Publication28::isDirection);
  }

  private static List<String> lettered(List<String> words) {
    List<String> lettered = new ArrayList<>(words.size());
    for (String word : words) {
      if (Presence.hasLetter(word)) {
        lettered.add(word);
      }
    }
    return lettered;
  }
}
