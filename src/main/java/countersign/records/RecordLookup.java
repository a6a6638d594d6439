package countersign.records;

import countersign.intake.ScreenedSlice;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.request.Request.Address;
import countersign.request.Request.Subject;
import countersign.request.Request.Tin;
import countersign.request.Unavailable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Step {@code match}: looks up a whole slice with one query and decides with one code path which
 * requests the records confirm. Stateless, thread-safe.
 *
 * @see <a href="../../../../../docs/rules.md">R43, R44, R46, R48</a>
 */
public final class RecordLookup {
  private static final int ZIP_DIGITS = 5;
  private final FindAddresses source;

  /** Creates the look-up on this record source. */
  public RecordLookup(FindAddresses source) {
    this.source = source;
  }

  /**
   * Compares every request of a slice with the records.
   *
   * @throws Unavailable if the source does not answer
   */
  public Matches match(ScreenedSlice slice) {
    Holdings held = holdings(slice.requests());
    List<Match> matches = new ArrayList<>();
    List<NoMatch> others = new ArrayList<>();
    for (ScreenedRequest screened : slice.requests()) {
      new MatchDecision(screened, held).decide(matches::add, others::add);
    }
    return new MatchedSlice(slice.id(), slice.agreementId(), matches, others);
  }

  private Holdings holdings(List<ScreenedRequest> requests) {
    Set<LookupKey> keys = new LinkedHashSet<>();
    requests.forEach(screened -> lookupKey(screened).ifPresent(keys::add));
    if (keys.isEmpty()) {
      return new Holdings(List.of());
    }
    List<FoundRecord> found = source.find(List.copyOf(keys));
    if (found == null) {
      throw new Unavailable(
          "RECORDS_DOWN", "The record source gave no answer. The slice is looked up again.", null);
    }
    return new Holdings(found);
  }

  /**
   * The key for one request; empty if the request has too little data, in which case nothing is
   * found.
   */
  static Optional<LookupKey> lookupKey(ScreenedRequest screened) {
    Subject subject = screened.request().subject();
    Address address = screened.request().address();
    if (subject == null) {
      return Optional.empty();
    }
    Tin tin = subject.tin();
    if (tin != null) {
      return Optional.ofNullable(tin.value()).map(LookupKey.ByTin::new);
    }
    Optional<LocalDate> birthDate = date(subject.birthDate());
    String zip = address == null ? null : address.postalCode();
    if (birthDate.isEmpty() || zip == null || zip.strip().length() < ZIP_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(
        new LookupKey.ByBirthDateAndZip(birthDate.get(), zip.strip().substring(0, ZIP_DIGITS)));
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
