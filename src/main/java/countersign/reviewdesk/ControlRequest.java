package countersign.reviewdesk;

import countersign.request.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request of a control case from the form of a real one: its officers, statute, dates and
 * place, but another person, other numbers and another street.
 *
 * @param like the real request
 * @param synthetic whether numbers of the range for tests may be used; without them the request
 *     states no taxpayer number
 */
record ControlRequest(Request like, boolean synthetic, RandomGenerator random) {
  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final int GROUP = 40;
  private static final int GROUPS = 10;

  Request about(String requestId, ControlPerson person) {
    Request.CaseReference from = like.caseReference();
    String oldNumber = from == null ? null : from.number();
    String number = oldNumber == null ? null : otherDigits(oldNumber);
    return new Request(
        requestId,
        subject(person),
        address(person),
        like.taxPeriods(),
        like.elements(),
        like.statute(),
        like.purpose(),
        reason(oldNumber, number),
        from == null
            ? null
            : new Request.CaseReference(
                number,
                from.openedOn(),
                from.status(),
                from.office(),
                from.activeCriminalInvestigation()),
        order(),
        like.protectedStatus(),
        like.officers(),
        facts(),
        null);
  }

  private Request.Subject subject(ControlPerson person) {
    Request.Subject from = like.subject();
    boolean states = synthetic && from != null && from.tin() != null;
    return new Request.Subject(
        ControlPerson.written(person.given()),
        null,
        ControlPerson.written(person.surname()),
        null,
        person.born().toString(),
        states ? new Request.Tin(Objects.requireNonNull(from.tin()).type(), number()) : null);
  }

  private String number() {
    return "9%02d%02d%04d"
        .formatted(random.nextInt(100), GROUP + random.nextInt(GROUPS), random.nextInt(10_000));
  }

  private Request.Address address(ControlPerson person) {
    Request.Address from = like.address();
    return new Request.Address(
        ControlPerson.written(person.street()),
        null,
        from == null ? null : from.city(),
        from == null ? null : from.state(),
        from == null ? null : from.postalCode());
  }

  /** The real reason with another case number, unless it may name the real person. */
  private String reason(@Nullable String oldNumber, @Nullable String number) {
    String written = like.reason();
    if (written == null || oldNumber == null || number == null || namesThePerson(written)) {
      return "Case %s: the address is needed to find the person for an interview in the criminal investigation."
          .formatted(number == null ? "as cited" : number);
    }
    return written.replace(oldNumber, number);
  }

  private boolean namesThePerson(String text) {
    Request.Subject subject = like.subject();
    Request.Address address = like.address();
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return Stream.concat(
            subject == null
                ? Stream.of()
                : Stream.of(subject.givenName(), subject.middleName(), subject.surname()),
            address == null ? Stream.of() : Stream.of(address.line1(), address.line2()))
        .filter(Objects::nonNull)
        .flatMap(value -> Stream.of(value.toLowerCase(java.util.Locale.ROOT).split("\\W+", -1)))
        .anyMatch(word -> word.length() > 2 && lower.contains(word));
  }

  private Request.@Nullable RemovalOrder order() {
    Request.RemovalOrder from = like.removalOrder();
    return from == null
        ? null
        : new Request.RemovalOrder(
            from.number() == null ? null : otherDigits(from.number()),
            from.issuedBy(),
            from.administrativeFinalOn(),
            from.judicialReview(),
            from.courtFinalOn(),
            from.stayed(),
            from.ground());
  }

  /** Only dates; other facts may describe the real person. */
  private Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>(like.facts());
    facts.values().removeIf(value -> !value.matches(DATE));
    return facts;
  }

  /** The same text with other last digits, at most five of them, so that a year stays. */
  private String otherDigits(String text) {
    String changed = text;
    while (changed.equals(text) && text.matches(".*[0-9].*")) {
      StringBuilder built = new StringBuilder(text);
      int left = 5;
      for (int i = built.length() - 1; i >= 0 && left > 0; i--) {
        if (Character.isDigit(built.charAt(i))) {
          built.setCharAt(i, (char) ('0' + random.nextInt(10)));
          left--;
        }
      }
      changed = built.toString();
    }
    return changed;
  }

  /** Contains no value. */
  @Override
  public String toString() {
    return "ControlRequest";
  }
}
