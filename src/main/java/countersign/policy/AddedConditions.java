package countersign.policy;

import countersign.authority.Agreement;
import countersign.authority.Condition;
import countersign.authority.ConditionField;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.validation.ComparingForm;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that an agreement adds to the rules. They are evaluated in addition to the rules:
 * they can add codes to a request but never remove one. Stateless.
 */
public final class AddedConditions {
  /** Every code that the conditions can give. */
  public static final Set<ReasonCode> CODES =
      Set.of(ReasonCode.A117_AGREEMENT_CONDITION, ReasonCode.A118_AGREEMENT_CONDITION_REVIEW);

  private AddedConditions() {}

  /** Codes that the conditions give to a request. */
  static List<ReasonCode> codes(Request request, Agreement agreement, PickUpDay day) {
    List<ReasonCode> codes = new ArrayList<>();
    for (Condition condition : agreement.conditions()) {
      condition.objectTo(field -> value(field, request, day)).ifPresent(codes::add);
    }
    return codes;
  }

  /**
   * The conditions that object, in the stored format: the code, a blank, and the condition's id.
   */
  static List<String> objections(Request request, Agreement agreement, PickUpDay day) {
    List<String> objections = new ArrayList<>();
    for (Condition condition : agreement.conditions()) {
      condition
          .objectTo(field -> value(field, request, day))
          .ifPresent(code -> objections.add(code + " " + condition.id()));
    }
    return objections;
  }

  /**
   * A field's value as the rules compare it: ids, codes, dates and numbers trimmed, citations in
   * one spelling, other text normalised, so that another spelling cannot avoid a condition.
   */
  static Optional<Object> value(ConditionField field, Request request, PickUpDay day) {
    return switch (field.kind()) {
      case TEXT -> text(field, request, day);
      case FLAG -> Optional.ofNullable(flag(field, request));
      case TEXTS -> texts(field, request);
      case FACTS -> Optional.of(facts(request.facts()));
    };
  }

  private static Optional<Object> text(ConditionField field, Request request, PickUpDay day) {
    if (field == ConditionField.TODAY) {
      return Optional.of(day.local().toString());
    }
    return StatedText.of(field, request)
        .filter(written -> !Presence.missing(written))
        .map(written -> compared(field, written));
  }

  private static Object compared(ConditionField field, String written) {
    return switch (field) {
      case STATUTE, ORDER_GROUND -> Citation.of(written);
      case GIVEN_NAME, MIDDLE_NAME, SURNAME, SUFFIX, LINE_1, LINE_2, CITY, STATE ->
          ComparingForm.of(written);
      case REASON, CASE_OFFICE, ORDER_ISSUED_BY, CURED -> ComparingForm.of(written);
      case BIRTH_DATE, TIN_TYPE, TIN_VALUE, POSTAL_CODE, PURPOSE, PROTECTED_STATUS, TODAY ->
          Presence.trimmed(written);
      case CASE_NUMBER, CASE_OPENED_ON, CASE_STATUS, ORDER_NUMBER -> Presence.trimmed(written);
      case ORDER_FINAL_ON, ORDER_REVIEW, ORDER_COURT_FINAL_ON -> Presence.trimmed(written);
      case TAX_PERIODS, ELEMENTS, CASE_ACTIVE, ORDER_STAYED, OFFICER_IDS, OFFICER_OFFICES, FACTS ->
          throw new IllegalArgumentException(field.named() + " is not a text field");
    };
  }

  private static @Nullable Boolean flag(ConditionField field, Request request) {
    Request.CaseReference reference = request.caseReference();
    Request.RemovalOrder order = request.removalOrder();
    if (field == ConditionField.CASE_ACTIVE) {
      return reference == null ? null : reference.activeCriminalInvestigation();
    }
    return order == null ? null : order.stayed();
  }

  private static Optional<Object> texts(ConditionField field, Request request) {
    List<@Nullable String> texts = new ArrayList<>();
    if (field == ConditionField.TAX_PERIODS) {
      texts.addAll(request.taxPeriods());
    } else if (field == ConditionField.ELEMENTS) {
      texts.addAll(request.elements());
    } else {
      boolean ids = field == ConditionField.OFFICER_IDS;
      request.officers().forEach(one -> texts.add(ids ? one.officerId() : office(one)));
    }
    List<String> stated =
        texts.stream()
            .filter(one -> one != null && !Presence.missing(one))
            .map(Presence::trimmed)
            .toList();
    return stated.isEmpty() ? Optional.empty() : Optional.of(stated);
  }

  private static @Nullable String office(Request.Officer officer) {
    return officer.office() == null ? null : ComparingForm.of(officer.office());
  }

  private static Map<String, String> facts(Map<String, String> written) {
    Map<String, String> facts = new TreeMap<>();
    written.forEach(
        (name, value) -> {
          if (!Presence.missing(value)) {
            facts.put(name, ComparingForm.of(value));
          }
        });
    return facts;
  }
}
