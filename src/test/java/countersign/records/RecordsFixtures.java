package countersign.records;

import countersign.request.FileId;
import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Synthetic people and requests about them. */
public final class RecordsFixtures {
  /** File of all requests created here. */
  public static final FileId FILE = new FileId("DHS-ICE_T_20261124_0001");

  /** A synthetic taxpayer number. */
  public static final String TIN = "900400001";

  private RecordsFixtures() {}

  /** An address in Austin. */
  public static Address austin(String line1, @Nullable String line2) {
    return new Address(line1, line2, "Austin", "TX", "78701");
  }

  /** A person's row, born 1984-03-11. */
  public static FoundRecord row(
      String tin, String given, String surname, Address address, String period, boolean last) {
    String control = surname.replaceAll("[^A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
    return new FoundRecord(
        tin,
        control.substring(0, Math.min(4, control.length())),
        new FoundRecord.Name(given, null, surname, null),
        "1984-03-11",
        address,
        period,
        last);
  }

  /** A request about Maria Garcia Morales, born 1984-03-11, for 2023 and 2024. */
  public static Request request(String id, @Nullable String tin, Address address) {
    return new Request(
        id,
        new Request.Subject(
            "Maria",
            null,
            "Garcia Morales",
            null,
            "1984-03-11",
            tin == null ? null : new Request.Tin("ITIN", tin)),
        address,
        List.of("2023", "2024"),
        List.of("MAILING_ADDRESS"),
        "8 USC 1253(a)(1)(A)",
        "INVESTIGATION",
        "Case HSI-2026-004411: bears on willful failure to depart.",
        null,
        null,
        "NONE",
        List.of(new Request.Officer("OFF-0401", "Alex Sample", "HSI Austin")),
        Map.of(),
        null);
  }

  /** A match that {@code match} would create. */
  public static Match match(Request request, Address lastKnown, String asOf) {
    AddressConfirmed confirmed =
        AddressConfirmed.compare(
                lastKnown, List.of(row(TIN, "Maria", "Garcia", lastKnown, asOf, true)))
            .orElseThrow();
    return new ConfirmedMatch(
        new RequestKey(FILE, String.valueOf(request.requestId())),
        request,
        confirmed,
        lastKnown,
        asOf,
        new Evidence(Evidence.Strategy.TIN, List.of(), List.of()));
  }

  /** A slice of matches. */
  public static Matches matches(List<Match> matches, List<NoMatch> others) {
    return new MatchedSlice(
        new countersign.request.SliceId(FILE, 1), "irs-ice-2025", matches, others);
  }
}
