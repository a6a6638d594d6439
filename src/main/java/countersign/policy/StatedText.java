package countersign.policy;

import countersign.authority.ConditionField;
import countersign.request.Request;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a text field of a request by its name, as written. */
final class StatedText {
  /** A table and not a method, so that the compiler asks for the value of a new field. */
  private static final BiFunction<ConditionField, Request, Optional<String>> VALUES =
      (field, request) ->
          switch (field) {
            case STATUTE -> Optional.ofNullable(request.statute());
            case PURPOSE -> Optional.ofNullable(request.purpose());
            case REASON -> Optional.ofNullable(request.reason());
            case PROTECTED_STATUS -> Optional.ofNullable(request.protectedStatus());
            case CURED -> Optional.ofNullable(request.cured());
            case GIVEN_NAME -> in(request.subject(), Request.Subject::givenName);
            case MIDDLE_NAME -> in(request.subject(), Request.Subject::middleName);
            case SURNAME -> in(request.subject(), Request.Subject::surname);
            case SUFFIX -> in(request.subject(), Request.Subject::suffix);
            case BIRTH_DATE -> in(request.subject(), Request.Subject::birthDate);
            case TIN_TYPE -> in(tin(request), Request.Tin::type);
            case TIN_VALUE -> in(tin(request), Request.Tin::value);
            case LINE_1 -> in(request.address(), Request.Address::line1);
            case LINE_2 -> in(request.address(), Request.Address::line2);
            case CITY -> in(request.address(), Request.Address::city);
            case STATE -> in(request.address(), Request.Address::state);
            case POSTAL_CODE -> in(request.address(), Request.Address::postalCode);
            case CASE_NUMBER -> in(request.caseReference(), Request.CaseReference::number);
            case CASE_OPENED_ON -> in(request.caseReference(), Request.CaseReference::openedOn);
            case CASE_STATUS -> in(request.caseReference(), Request.CaseReference::status);
            case CASE_OFFICE -> in(request.caseReference(), Request.CaseReference::office);
            case ORDER_NUMBER -> in(request.removalOrder(), Request.RemovalOrder::number);
            case ORDER_ISSUED_BY -> in(request.removalOrder(), Request.RemovalOrder::issuedBy);
            case ORDER_FINAL_ON ->
                in(request.removalOrder(), Request.RemovalOrder::administrativeFinalOn);
            case ORDER_REVIEW -> in(request.removalOrder(), Request.RemovalOrder::judicialReview);
            case ORDER_COURT_FINAL_ON ->
                in(request.removalOrder(), Request.RemovalOrder::courtFinalOn);
            case ORDER_GROUND -> in(request.removalOrder(), Request.RemovalOrder::ground);
            case TAX_PERIODS,
                ELEMENTS,
                CASE_ACTIVE,
                ORDER_STAYED,
                OFFICER_IDS,
                OFFICER_OFFICES,
                FACTS,
                TODAY ->
                throw new IllegalArgumentException(
                    field.named() + " is not a text field of a request");
          };

  private StatedText() {}

  /** The text; empty if it is absent. */
  static Optional<String> of(ConditionField field, Request request) {
    return VALUES.apply(field, request);
  }

  private static Request.@Nullable Tin tin(Request request) {
    return request.subject() == null ? null : request.subject().tin();
  }

  private static <T> Optional<String> in(@Nullable T part, Function<T, @Nullable String> field) {
    return Optional.ofNullable(part).map(field);
  }
}
