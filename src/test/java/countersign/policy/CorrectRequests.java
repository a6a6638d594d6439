package countersign.policy;

import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.Request.CaseReference;
import countersign.request.Request.Officer;
import countersign.request.Request.RemovalOrder;
import countersign.request.Request.Subject;
import countersign.request.Request.Tin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Generates valid requests from a seed; the same seed gives the same requests. Addresses have the
 * styles of {@link CorrectAddresses}, other fields the usual spellings. Synthetic.
 */
public final class CorrectRequests {
  private static final List<String> GIVEN =
      List.of("Maria", "JOSÉ", "anh", "Søren", "D'Arcy", "Mary Ann", "Ng", "Noname", "Unnur", "O");
  private static final List<String> FAMILY =
      List.of(
          "Garcia Morales",
          "O’Neill",
          "de la Rosa",
          "Cedar-Hawthorn",
          "Nguyễn",
          "Li",
          "Nan",
          "Unknowles",
          "Doering",
          "VON DER HEIDE",
          "Ñáñez Jr.");
  private static final List<String> STATUTES =
      List.of(
          "8 USC 1253(a)(1)(A)",
          "8 U.S.C. 1253(a)(1)(A)",
          "8 U.S.C. § 1253(a)(1)(A)",
          "8 usc 1253(a)(1)(A)");
  private static final List<String> GROUNDS =
      List.of(
          "8 USC 1227(a)(1)(B)",
          "8 U.S.C. § 1227(a)(2)(A)(iii)",
          "8 USC 1227(a)(6)",
          "8 usc 1227(a)(4)");
  private static final List<String> REASONS =
      List.of(
          "Case %s: subject last reported this address in 2024; it bears on willful failure to depart.",
          "Confirmation of the address is relevant to willfulness in %s.",
          "Relevant to the element of willfulness (%s), see the affidavit.",
          "case no. %s. The subject was served in person and did not depart.",
          "Grand jury matter %s; the address shows that notice was received.");
  private static final List<String> NUMBERS =
      List.of("HSI-2026-%06d", "26-CR-%05d", "CHI/2026/%d", "%d", "HSI 2026 %06d", "sa-%d.b");

  private final Random random;
  private final CorrectAddresses addresses;

  private CorrectRequests(long seed) {
    this.random = new Random(seed);
    this.addresses = new CorrectAddresses(random);
  }

  /**
   * One generated request.
   *
   * @param style style of its address
   * @param request the request
   */
  public record Written(CorrectAddresses.Style style, Request request) {}

  /** Generates requests, with every style equally often. */
  public static List<Written> make(int count, long seed) {
    CorrectRequests maker = new CorrectRequests(seed);
    List<Written> made = new ArrayList<>(count);
    List<CorrectAddresses.Style> styles = List.of(CorrectAddresses.Style.values());
    for (int i = 0; i < count; i++) {
      CorrectAddresses.Style style = styles.get(i % styles.size());
      made.add(new Written(style, maker.request(i + 1, maker.addresses.in(style))));
    }
    return made;
  }

  private Request request(int number, Address address) {
    String caseNumber = of(NUMBERS).formatted(4_000 + number);
    return new Request(
        "R-%06d".formatted(number),
        subject(number),
        address,
        random.nextBoolean() ? List.of("2023", "2024") : List.of("2026"),
        List.of("MAILING_ADDRESS"),
        of(STATUTES),
        of(List.of("PREPARATION", "INVESTIGATION", "GRAND_JURY")),
        of(REASONS)
            .formatted(random.nextBoolean() ? caseNumber : caseNumber.toLowerCase(Locale.ROOT)),
        new CaseReference(
            caseNumber,
            of(List.of("2026-11-24", "2024-02-29", "2025-06-02")),
            "OPEN",
            "HSI Austin",
            true),
        order(number),
        "NONE",
        List.of(
            new Officer(
                "OFF-%04d".formatted(401 + number % 40),
                random.nextBoolean() ? "Alex Sample" : null,
                null)),
        Map.of(),
        null);
  }

  private Subject subject(int number) {
    boolean numbered = random.nextInt(4) > 0;
    boolean born = !numbered || random.nextBoolean();
    return new Subject(
        of(GIVEN),
        random.nextInt(3) == 0 ? "Q." : null,
        of(FAMILY),
        random.nextInt(9) == 0 ? "III" : null,
        born ? of(List.of("1984-03-11", "2000-02-29", "1900-01-01")) : null,
        numbered ? new Tin(of(List.of("SSN", "ITIN")), "90040%04d".formatted(number)) : null);
  }

  private RemovalOrder order(int number) {
    boolean reviewed = random.nextBoolean();
    return new RemovalOrder(
        (random.nextBoolean() ? "A2004%04d" : "A20040%04d").formatted(number),
        of(List.of("Immigration Court Chicago", "BIA")),
        of(List.of("2026-08-25", "2024-02-29", "2019-12-31")),
        reviewed ? "DECIDED" : "NONE",
        reviewed ? "2026-08-25" : null,
        false,
        of(GROUNDS));
  }

  private <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
