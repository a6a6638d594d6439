package countersign.validation;

import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /**
   * Creates the check.
   *
   * @param additions words or phrases that an agreement treats as additional placeholders
   */
  public AddressSufficiency(Set<String> additions) {
    this.lexicon = new Lexicon(additions);
  }

  /**
   * Checks the delivery part and the city; {@link LastLine} checks state and ZIP.
   *
   * @param address as stated; null if absent, which is the same as empty
   * @return R202, R203, R204, R205 or R207; R215 if a person must review the address; empty if it
   *     is sufficient
   */
  public List<ReasonCode> judge(@Nullable Address address) {
    Optional<ReasonCode> line =
        address == null ? Optional.of(ReasonCode.R202_ADDRESS_MISSING) : line(address);
    if (address != null && isCity(address.city())) {
      return line.map(List::of).orElse(List.of());
    }
    List<ReasonCode> found = new ArrayList<>();
    line.ifPresent(found::add);
    if (!found.contains(ReasonCode.R203_ADDRESS_INCOMPLETE)
        && !found.contains(ReasonCode.R205_FACILITY_NO_LOCATOR)) {
      found.add(ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    return found;
  }

  private Optional<ReasonCode> line(Address address) {
    if (Presence.missing(address.line1()) && Presence.missing(address.line2())) {
      return Optional.of(ReasonCode.R202_ADDRESS_MISSING);
    }
    StatedLines lines = StatedLines.of(address);
    List<String> all = lines.whole();
    List<String> rest = lines.own();
    if (rest.isEmpty() && DeliveryLine.hasNumber(all)) {
      return Optional.of(ReasonCode.R207_ZIP_ONLY);
    }
    if (lexicon.holdsPhrase(all) || lexicon.onlyLexicon(rest.isEmpty() ? all : rest)) {
      return Optional.of(ReasonCode.R204_ADDRESS_PLACEHOLDER);
    }
    return delivery(lines);
  }

  private Optional<ReasonCode> delivery(StatedLines lines) {
    Optional<DeliveryLine> first =
        DeliveryLine.find(lines.first(), lines.ownFirst(), lines.state());
    Optional<DeliveryLine> found =
        first.isPresent()
            ? first
            : DeliveryLine.find(lines.second(), lines.ownSecond(), lines.state());
    if (found.isEmpty()) {
      return Optional.of(
          Institutions.named(lines.whole())
              ? ReasonCode.R205_FACILITY_NO_LOCATOR
              : ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    DeliveryLine line = found.get();
    if (lettered(line.street()).equals(NOTHING)
        || onlyPlaceholders(line.street())
        || onlyPlaceholders(line.after())) {
      return Optional.of(ReasonCode.R204_ADDRESS_PLACEHOLDER);
    }
    List<String> other = first.isPresent() ? lines.second() : lines.first();
    boolean institution =
        Institutions.named(line.addressee())
            || Institutions.named(line.streetAndAfter(), line.street().size())
            || Institutions.named(other);
    return institution ? Optional.of(ReasonCode.R215_IN_CUSTODY_REVIEW) : Optional.empty();
  }

  /**
   * Whether, apart from single letters, numbers and a unit's short id, at least one word is left
   * and all of them are lexicon words; also true if {@code N/A} is the only content.
   */
  private boolean onlyPlaceholders(List<String> words) {
    boolean any = lettered(words).equals(NOT_APPLICABLE);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean id = word.length() == 2 && i > 0 && Publication28.isUnit(words.get(i - 1));
      if (word.length() > 1 && Presence.hasLetter(word) && !id) {
        if (!lexicon.isLexicon(word)) {
          return false;
        }
        any = true;
      }
    }
    return any;
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

  private boolean isCity(@Nullable String city) {
    List<String> words = ComparingForm.bareWords(city);
    return !lettered(words).isEmpty()
        && !lexicon.onlyLexicon(words)
        && !words.equals(List.of("XX"))
        && !lexicon.holdsPhrase(words);
  }
}
