package countersign.screening;

import countersign.request.Request;
import countersign.validation.AddressForm;
import countersign.validation.ComparingForm;
import countersign.validation.Presence;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a request is compared with other requests, each in the one spelling in which it is. Empty
 * where the request states nothing.
 *
 * @param subject the taxpayer number where one is given, else names, birth date and address
 * @param caseNumber as sent, trimmed
 * @param address as Publication 28 writes it, the unit included
 * @param family the surname at that address
 * @param reason without its own case number and without digits
 * @param officers the set of officer ids, sorted; what is no id names nobody
 * @see <a href="../../../../../docs/rules.md">rules, how requests are compared</a>
 */
public record MatchKeys(
    String subject,
    String caseNumber,
    String address,
    String family,
    String reason,
    List<String> officers) {
  private static final Pattern OFFICER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public static MatchKeys of(Request request) {
    String caseNumber = caseNumber(request);
    String address = address(request.address());
    return new MatchKeys(
        subject(request),
        caseNumber,
        address,
        family(address, request),
        reason(request.reason(), caseNumber),
        officers(request));
  }

  /** The taxpayer number where one is given, else names, birth date and address. */
  public static String subject(Request request) {
    Request.Subject subject = request.subject();
    Request.Tin tin = subject == null ? null : subject.tin();
    String number = tin == null ? "" : trimmed(tin.value());
    if (!number.isEmpty()) {
      return "tin\n" + number;
    }
    Request.Address address = request.address();
    StringBuilder form = new StringBuilder("person");
    if (subject != null) {
      add(form, compared(subject.givenName()), compared(subject.surname()));
      add(form, trimmed(subject.birthDate()));
    }
    if (address != null) {
      add(form, compared(address.line1()), compared(address.line2()), compared(address.city()));
      add(form, compared(address.state()), trimmed(address.postalCode()));
    }
    return form.toString();
  }

  private static String caseNumber(Request request) {
    Request.CaseReference reference = request.caseReference();
    return reference == null ? "" : trimmed(reference.number());
  }

  private static String address(Request.@Nullable Address stated) {
    if (stated == null) {
      return "";
    }
    AddressForm form = AddressForm.of(stated);
    return form.delivery().isEmpty() && form.unit().isEmpty()
        ? ""
        : String.join("\n", form.delivery(), form.unit(), form.city(), form.state(), form.zip());
  }

  private static String family(String address, Request request) {
    String surname = request.subject() == null ? "" : compared(request.subject().surname());
    return address.isEmpty() || surname.isEmpty() ? "" : surname + "\n" + address;
  }

  /** A reason that is nothing but a number is one too, the same for all. */
  private static String reason(@Nullable String stated, String caseNumber) {
    if (Presence.missing(stated)) {
      return "";
    }
    String words = " " + String.join(" ", ComparingForm.bareWords(stated)) + " ";
    String number = String.join(" ", ComparingForm.bareWords(caseNumber));
    String without = number.isEmpty() ? words : words.replace(" " + number + " ", " ");
    StringBuilder bare = new StringBuilder("reason\n");
    char before = ' ';
    for (int i = 0; i < without.length(); i++) {
      char c = without.charAt(i);
      if ((c < '0' || c > '9') && (c != ' ' || before != ' ')) {
        bare.append(c);
        before = c;
      }
    }
    return bare.toString();
  }

  private static List<String> officers(Request request) {
    return request.officers().stream()
        .map(officer -> officer.officerId() == null ? "" : officer.officerId().strip())
        .filter(id -> OFFICER_ID.matcher(id).matches())
        .distinct()
        .sorted()
        .toList();
  }

  private static void add(StringBuilder form, String... parts) {
    for (String part : parts) {
      form.append('\n').append(part);
    }
  }

  private static String trimmed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static String compared(@Nullable String text) {
    return ComparingForm.of(text);
  }

  /** Says nothing: it is somebody's. */
  @Override
  public String toString() {
    return "Compared";
  }
}
