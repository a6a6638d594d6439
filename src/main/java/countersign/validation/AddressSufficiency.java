package countersign.validation;

import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does a request state an address at all? One function for every record and every way of matching,
 * run before any look-up: the check whose absence a court counted about 42,695 times. Immutable.
 *
 * @see <a href="../../../../../docs/rules.md">R23 to R27</a>
 */
public final class AddressSufficiency {
  private final Lexicon lexicon;

  /**
   * A judge of addresses.
   *
   * @param additions words that an agreement counts as placeholders too
   */
  public AddressSufficiency(Set<String> additions) {
    this.lexicon = new Lexicon(additions);
  }

  /**
   * Everything that is wrong with the delivery part and the city; state and ZIP are judged by
   * {@link LastLine}.
   *
   * @param address as stated; null if absent
   * @return R202, R203, R204, R205 or R207; R215 where a person must look; empty if sufficient
   */
  public List<ReasonCode> judge(@Nullable Address address) {
    if (address == null || Presence.missing(address.line1()) && Presence.missing(address.line2())) {
      return List.of(ReasonCode.R202_ADDRESS_MISSING);
    }
    List<ReasonCode> found = new ArrayList<>();
    line(address).ifPresent(found::add);
    boolean locatorMissing = found.contains(ReasonCode.R205_FACILITY_NO_LOCATOR);
    if (cityMissing(address.city())
        && !locatorMissing
        && !found.contains(ReasonCode.R203_ADDRESS_INCOMPLETE)) {
      found.add(ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    return List.copyOf(found);
  }

  private Optional<ReasonCode> line(Address address) {
    List<String> line1 = ComparingForm.words(address.line1());
    List<String> line2 = ComparingForm.words(address.line2());
    List<String> all = new ArrayList<>(line1);
    all.addAll(line2);
    List<String> rest = withoutLastLine(all, address);
    if (rest.isEmpty() && all.stream().anyMatch(AddressSufficiency::hasDigit)) {
      return Optional.of(ReasonCode.R207_ZIP_ONLY);
    }
    String form = String.join(" ", all);
    if (Lexicon.PHRASES.stream().anyMatch(phrase -> ComparingForm.holds(form, phrase))
        || (rest.isEmpty() ? lexicon.onlyLexicon(all) : lexicon.onlyLexicon(rest))) {
      return Optional.of(ReasonCode.R204_ADDRESS_PLACEHOLDER);
    }
    return delivery(address, line1, line2);
  }

  private Optional<ReasonCode> delivery(Address address, List<String> line1, List<String> line2) {
    String state = Presence.trimmed(address.state()).toUpperCase(java.util.Locale.ROOT);
    Optional<DeliveryLine> first = DeliveryLine.find(line1, withoutLastLine(line1, address), state);
    Optional<DeliveryLine> found =
        first.isPresent()
            ? first
            : DeliveryLine.find(line2, withoutLastLine(line2, address), state);
    List<String> other = first.isPresent() ? line2 : line1;
    if (found.isEmpty()) {
      boolean institution = Institutions.named(line1) || Institutions.named(line2);
      return Optional.of(
          institution ? ReasonCode.R205_FACILITY_NO_LOCATOR : ReasonCode.R203_ADDRESS_INCOMPLETE);
    }
    if (placeholderStreet(found.get())) {
      return Optional.of(ReasonCode.R204_ADDRESS_PLACEHOLDER);
    }
    return Institutions.named(found.get().addressee()) || Institutions.named(other)
        ? Optional.of(ReasonCode.R215_IN_CUSTODY_REVIEW)
        : Optional.empty();
  }

  private boolean placeholderStreet(DeliveryLine line) {
    return onlyPlaceholders(line.street()) || onlyPlaceholders(line.after());
  }

  /** Single letters and numbers aside, at least one word is left and all are lexicon words. */
  private boolean onlyPlaceholders(List<String> words) {
    List<String> counted =
        words.stream().filter(word -> word.length() > 1 && Presence.hasLetter(word)).toList();
    return !counted.isEmpty() && lexicon.onlyLexicon(counted);
  }

  private boolean cityMissing(@Nullable String city) {
    List<String> words = ComparingForm.words(city);
    return !Presence.hasLetter(city) || lexicon.onlyLexicon(words) || words.equals(List.of("XX"));
  }

  /** The request's own ZIP, state and city, each taken once from the end. */
  private static List<String> withoutLastLine(List<String> words, Address address) {
    List<String> rest = words;
    for (String part :
        java.util.Arrays.asList(address.postalCode(), address.state(), address.city())) {
      List<String> own = ComparingForm.words(part);
      int cut = rest.size() - own.size();
      if (!own.isEmpty() && cut >= 0 && rest.subList(cut, rest.size()).equals(own)) {
        rest = rest.subList(0, cut);
      }
    }
    return rest;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> c >= '1' && c <= '9');
  }
}
