package countersign.authority;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fields that a condition may read: the fields of a request, named as in the exchange profile,
 * and the current day. The set is closed: the gateway does not start with a condition that names
 * another field.
 */
public enum ConditionField {
  GIVEN_NAME("subject.givenName", ValueType.TEXT),
  MIDDLE_NAME("subject.middleName", ValueType.TEXT),
  SURNAME("subject.surname", ValueType.TEXT),
  SUFFIX("subject.suffix", ValueType.TEXT),
  BIRTH_DATE("subject.birthDate", ValueType.TEXT),
  TIN_TYPE("subject.tin.type", ValueType.TEXT),
  TIN_VALUE("subject.tin.value", ValueType.TEXT),
  LINE_1("address.line1", ValueType.TEXT),
  LINE_2("address.line2", ValueType.TEXT),
  CITY("address.city", ValueType.TEXT),
  STATE("address.state", ValueType.TEXT),
  POSTAL_CODE("address.postalCode", ValueType.TEXT),
  TAX_PERIODS("taxPeriods", ValueType.TEXTS),
  ELEMENTS("elements", ValueType.TEXTS),
  STATUTE("statute", ValueType.TEXT),
  PURPOSE("purpose", ValueType.TEXT),
  REASON("reason", ValueType.TEXT),
  CASE_NUMBER("case.number", ValueType.TEXT),
  CASE_OPENED_ON("case.openedOn", ValueType.TEXT),
  CASE_STATUS("case.status", ValueType.TEXT),
  CASE_OFFICE("case.office", ValueType.TEXT),
  CASE_ACTIVE("case.activeCriminalInvestigation", ValueType.FLAG),
  ORDER_NUMBER("removalOrder.number", ValueType.TEXT),
  ORDER_ISSUED_BY("removalOrder.issuedBy", ValueType.TEXT),
  ORDER_FINAL_ON("removalOrder.administrativeFinalOn", ValueType.TEXT),
  ORDER_REVIEW("removalOrder.judicialReview", ValueType.TEXT),
  ORDER_COURT_FINAL_ON("removalOrder.courtFinalOn", ValueType.TEXT),
  ORDER_STAYED("removalOrder.stayed", ValueType.FLAG),
  ORDER_GROUND("removalOrder.ground", ValueType.TEXT),
  PROTECTED_STATUS("protectedStatus", ValueType.TEXT),
  /** The ids of all officers. */
  OFFICER_IDS("officers.officerId", ValueType.TEXTS),
  /** The offices of those officers who have one. */
  OFFICER_OFFICES("officers.office", ValueType.TEXTS),
  FACTS("facts", ValueType.FACTS),
  CURED("cured", ValueType.TEXT),
  /**
   * Day on which the file was first picked up, in the agreement's time zone, {@code YYYY-MM-DD}.
   */
  TODAY("today", ValueType.TEXT);

  /** Types of a field's value. */
  public enum ValueType {
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
  private final ValueType kind;

  ConditionField(String named, ValueType kind) {
    this.named = named;
    this.kind = kind;
  }

  /** Name of the field in an expression. */
  public String named() {
    return named;
  }

  /** Type of the field's value. */
  public ValueType kind() {
    return kind;
  }

  /** The field with this name in expressions. */
  public static Optional<ConditionField> of(String name) {
    return Arrays.stream(values()).filter(field -> field.named.equals(name)).findFirst();
  }
}
