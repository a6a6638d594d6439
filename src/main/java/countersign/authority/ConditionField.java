package countersign.authority;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fields that a condition may read: the fields of a request, named as in the exchange profile,
 * and the current day. The set is closed: the gateway does not start with a condition that names
 * another field.
 */
public enum ConditionField {
  GIVEN_NAME("subject.givenName", Kind.TEXT),
  MIDDLE_NAME("subject.middleName", Kind.TEXT),
  SURNAME("subject.surname", Kind.TEXT),
  SUFFIX("subject.suffix", Kind.TEXT),
  BIRTH_DATE("subject.birthDate", Kind.TEXT),
  TIN_TYPE("subject.tin.type", Kind.TEXT),
  TIN_VALUE("subject.tin.value", Kind.TEXT),
  LINE_1("address.line1", Kind.TEXT),
  LINE_2("address.line2", Kind.TEXT),
  CITY("address.city", Kind.TEXT),
  STATE("address.state", Kind.TEXT),
  POSTAL_CODE("address.postalCode", Kind.TEXT),
  TAX_PERIODS("taxPeriods", Kind.TEXTS),
  ELEMENTS("elements", Kind.TEXTS),
  STATUTE("statute", Kind.TEXT),
  PURPOSE("purpose", Kind.TEXT),
  REASON("reason", Kind.TEXT),
  CASE_NUMBER("case.number", Kind.TEXT),
  CASE_OPENED_ON("case.openedOn", Kind.TEXT),
  CASE_STATUS("case.status", Kind.TEXT),
  CASE_OFFICE("case.office", Kind.TEXT),
  CASE_ACTIVE("case.activeCriminalInvestigation", Kind.FLAG),
  ORDER_NUMBER("removalOrder.number", Kind.TEXT),
  ORDER_ISSUED_BY("removalOrder.issuedBy", Kind.TEXT),
  ORDER_FINAL_ON("removalOrder.administrativeFinalOn", Kind.TEXT),
  ORDER_REVIEW("removalOrder.judicialReview", Kind.TEXT),
  ORDER_COURT_FINAL_ON("removalOrder.courtFinalOn", Kind.TEXT),
  ORDER_STAYED("removalOrder.stayed", Kind.FLAG),
  ORDER_GROUND("removalOrder.ground", Kind.TEXT),
  PROTECTED_STATUS("protectedStatus", Kind.TEXT),
  /** The ids of all officers. */
  OFFICER_IDS("officers.officerId", Kind.TEXTS),
  /** The offices of those officers who have one. */
  OFFICER_OFFICES("officers.office", Kind.TEXTS),
  FACTS("facts", Kind.FACTS),
  CURED("cured", Kind.TEXT),
  /**
   * Day on which the file was first picked up, in the agreement's time zone, {@code YYYY-MM-DD}.
   */
  TODAY("today", Kind.TEXT);

  /** Types of a field's value. */
  public enum Kind {
    /** A text. */
    TEXT,
    /** True or false. */
    FLAG,
    /** A list of texts. */
    TEXTS,
    /** Texts by name. */
    FACTS
  }

  private final String named;
  private final Kind kind;

  ConditionField(String named, Kind kind) {
    this.named = named;
    this.kind = kind;
  }

  /** Name of the field in an expression. */
  public String named() {
    return named;
  }

  /** Type of the field's value. */
  public Kind kind() {
    return kind;
  }

  /** The field with this name in expressions. */
  public static Optional<ConditionField> of(String name) {
    return Arrays.stream(values()).filter(field -> field.named.equals(name)).findFirst();
  }
}
