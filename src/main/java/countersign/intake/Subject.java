package countersign.intake;

import countersign.request.Request;
import countersign.validation.ComparingForm;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling in which subjects and case numbers are compared: the taxpayer number where one
 * is given, else names, birth date and address.
 */
final class Subject {
  private Subject() {}

  static String form(Request request) {
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

  /** The case number as sent, trimmed; empty if it is missing. */
  static String caseNumber(Request request) {
    Request.CaseReference reference = request.caseReference();
    return reference == null ? "" : trimmed(reference.number());
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
}
