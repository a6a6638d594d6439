package countersign.policy;

import countersign.authority.ConditionField;
import countersign.request.Request;
import org.jspecify.annotations.Nullable;

/** Reads a text field of a request by its name, as written; null if it is absent. */
final class StatedText {
  private StatedText() {}

  static @Nullable String of(ConditionField field, Request request) {
    return switch (field) {
      case STATUTE -> request.statute();
      case PURPOSE -> request.purpose();
      case REASON -> request.reason();
      case PROTECTED_STATUS -> request.protectedStatus();
      case CURED -> request.cured();
      case GIVEN_NAME, MIDDLE_NAME, SURNAME, SUFFIX, BIRTH_DATE, TIN_TYPE, TIN_VALUE ->
          request.subject() == null ? null : subject(field, request.subject());
      case LINE_1, LINE_2, CITY, STATE, POSTAL_CODE ->
          request.address() == null ? null : address(field, request.address());
      case CASE_NUMBER, CASE_OPENED_ON, CASE_STATUS, CASE_OFFICE ->
          request.caseReference() == null ? null : reference(field, request.caseReference());
      case ORDER_NUMBER,
          ORDER_ISSUED_BY,
          ORDER_FINAL_ON,
          ORDER_REVIEW,
          ORDER_COURT_FINAL_ON,
          ORDER_GROUND ->
          request.removalOrder() == null ? null : order(field, request.removalOrder());
      case TAX_PERIODS, ELEMENTS, CASE_ACTIVE, ORDER_STAYED, OFFICER_IDS, OFFICER_OFFICES, FACTS ->
          throw new IllegalArgumentException(field.named() + " is not a text field");
      case TODAY ->
          throw new IllegalArgumentException("The field for today's date is not part of a request");
    };
  }

  private static @Nullable String subject(ConditionField field, Request.Subject subject) {
    Request.Tin tin = subject.tin();
    return switch (field) {
      case GIVEN_NAME -> subject.givenName();
      case MIDDLE_NAME -> subject.middleName();
      case SURNAME -> subject.surname();
      case SUFFIX -> subject.suffix();
      case BIRTH_DATE -> subject.birthDate();
      case TIN_TYPE -> tin == null ? null : tin.type();
      default -> tin == null ? null : tin.value();
    };
  }

  private static @Nullable String address(ConditionField field, Request.Address address) {
    return switch (field) {
      case LINE_1 -> address.line1();
      case LINE_2 -> address.line2();
      case CITY -> address.city();
      case STATE -> address.state();
      default -> address.postalCode();
    };
  }

  private static @Nullable String reference(ConditionField field, Request.CaseReference stated) {
    return switch (field) {
      case CASE_NUMBER -> stated.number();
      case CASE_OPENED_ON -> stated.openedOn();
      case CASE_STATUS -> stated.status();
      default -> stated.office();
    };
  }

  private static @Nullable String order(ConditionField field, Request.RemovalOrder order) {
    return switch (field) {
      case ORDER_NUMBER -> order.number();
      case ORDER_ISSUED_BY -> order.issuedBy();
      case ORDER_FINAL_ON -> order.administrativeFinalOn();
      case ORDER_REVIEW -> order.judicialReview();
      case ORDER_COURT_FINAL_ON -> order.courtFinalOn();
      default -> order.ground();
    };
  }
}
