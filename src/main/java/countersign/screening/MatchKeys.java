package countersign.screening;

import countersign.address.AddressForm;
import countersign.request.Request;
import countersign.validation.ComparingForm;
import countersign.validation.Presence;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The normalised values used to compare requests with each other. A value is empty if the request
 * does not state it.
 *
 * @param subject the taxpayer number if stated, otherwise names, birth date and address
 * @param caseNumber as sent, trimmed
 * @param address in the form of Publication 28, including the unit
 * @param family the surname and that address
 * @param reason without its own case number and without digits
 * @param state the state in the address, normalised; for stops only
 * @param officers the distinct officer ids, sorted; malformed ids are left out
 * @see <a href="../../../../../docs/rules.md">rules, how requests are compared</a>
 */
public record MatchKeys(
    String subject,
    String caseNumber,
    String address,
    String family,
    String reason,
    String state,
    List<String> officers) {
  private static final Pattern OFFICER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Computes the normalised values of a request. */
  public static MatchKeys of(Request request) {
    String caseNumber = caseNumber(request);
    String address = address(request.address());
    return new MatchKeys(
        subject(request),
        caseNumber,
        address,
        family(address, request),
        reason(request.reason(), caseNumber),
        state(request.address()),
        officers(request));
  }

  /** The taxpayer number if stated, otherwise names, birth date and address. */
  public static String subject(Request request) {
    Request.Subject subject = request.subject();
    Request.Tin tin = subject == null ? null : subject.tin();
    String number = tin == null ? "" : trimmed(tin.value());
    if (!number.isEmpty()) {
      return ofNumber(number);
    }
    Request.Address address = request.address();
    StringBuilder form = new StringBuilder("person");
    if (subject != null) {
      add(form, normalised(subject.givenName()), normalised(subject.surname()));
      add(form, trimmed(subject.birthDate()));
    }
    if (address != null) {
      add(
          form,
          normalised(address.line1()),
          normalised(address.line2()),
          normalised(address.city()));
      add(form, normalised(address.state()), trimmed(address.postalCode()));
    }
    return form.toString();
  }

  /** The subject of every request that states this taxpayer number. */
  public static String ofNumber(String number) {
    return "tin\n" + number;
  }

  private static String state(Request.@Nullable Address stated) {
    return stated == null ? "" : normalised(stated.state());
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
    String surname = request.subject() == null ? "" : normalised(request.subject().surname());
    return address.isEmpty() || surname.isEmpty() ? "" : surname + "\n" + address;
  }

  /**
   * Removes case number and digits. A reason that consists of numbers only is still a reason, and
   * all such reasons are equal.
   */
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

  private static String normalised(@Nullable String text) {
    return ComparingForm.of(text);
  }

  /** Returns no value, because the values are personal data. */
  @Override
  public String toString() {
    return "MatchKeys";
  }
}
