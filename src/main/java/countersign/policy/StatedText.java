package countersign.policy;

import countersign.authority.ConditionField;
import countersign.request.Request;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a text field of a request by its name, as written. */
final class StatedText {
  /** A table and not a method, so that the compiler asks for the value of a new field. */
  private static final Map<ConditionField, Function<Request, Optional<String>>> BY_FIELD =
      Arrays.stream(ConditionField.values())
          .collect(
              Collectors.toMap(
                  field -> field,
                  field ->
                      switch (field) {
                        case STATUTE -> request -> Optional.ofNullable(request.statute());
                        case PURPOSE -> request -> Optional.ofNullable(request.purpose());
                        case REASON -> request -> Optional.ofNullable(request.reason());
                        case PROTECTED_STATUS ->
                            request -> Optional.ofNullable(request.protectedStatus());
                        case CURED -> request -> Optional.ofNullable(request.cured());
                        case GIVEN_NAME ->
                            request -> in(request.subject(), Request.Subject::givenName);
                        case MIDDLE_NAME ->
                            request -> in(request.subject(), Request.Subject::middleName);
                        case SURNAME -> request -> in(request.subject(), Request.Subject::surname);
                        case SUFFIX -> request -> in(request.subject(), Request.Subject::suffix);
                        case BIRTH_DATE ->
                            request -> in(request.subject(), Request.Subject::birthDate);
                        case TIN_TYPE -> request -> in(tin(request), Request.Tin::type);
                        case TIN_VALUE -> request -> in(tin(request), Request.Tin::value);
                        case LINE_1 -> request -> in(request.address(), Request.Address::line1);
                        case LINE_2 -> request -> in(request.address(), Request.Address::line2);
                        case CITY -> request -> in(request.address(), Request.Address::city);
                        case STATE -> request -> in(request.address(), Request.Address::state);
                        case POSTAL_CODE ->
                            request -> in(request.address(), Request.Address::postalCode);
                        case CASE_NUMBER ->
                            request -> in(request.caseReference(), Request.CaseReference::number);
                        case CASE_OPENED_ON ->
                            request -> in(request.caseReference(), Request.CaseReference::openedOn);
                        case CASE_STATUS ->
                            request -> in(request.caseReference(), Request.CaseReference::status);
                        case CASE_OFFICE ->
                            request -> in(request.caseReference(), Request.CaseReference::office);
                        case ORDER_NUMBER ->
                            request -> in(request.removalOrder(), Request.RemovalOrder::number);
                        case ORDER_ISSUED_BY ->
                            request -> in(request.removalOrder(), Request.RemovalOrder::issuedBy);
                        case ORDER_FINAL_ON ->
                            request ->
                                in(
                                    request.removalOrder(),
                                    Request.RemovalOrder::administrativeFinalOn);
                        case ORDER_REVIEW ->
                            request ->
                                in(request.removalOrder(), Request.RemovalOrder::judicialReview);
                        case ORDER_COURT_FINAL_ON ->
                            request ->
                                in(request.removalOrder(), Request.RemovalOrder::courtFinalOn);
                        case ORDER_GROUND ->
                            request -> in(request.removalOrder(), Request.RemovalOrder::ground);
                        case TAX_PERIODS,
                            ELEMENTS,
                            CASE_ACTIVE,
                            ORDER_STAYED,
                            OFFICER_IDS,
                            OFFICER_OFFICES,
                            FACTS,
                            TODAY ->
                            request -> {
                              throw new IllegalArgumentException(
                                  field.named() + " is not a text field of a request");
                            };
                      }));

  private StatedText() {}

  /** The text; empty if it is absent. */
  static Optional<String> of(ConditionField field, Request request) {
    return Objects.requireNonNull(BY_FIELD.get(field)).apply(request);
  }

  private static Request.@Nullable Tin tin(Request request) {
    return request.subject() == null ? null : request.subject().tin();
  }

  private static <T> Optional<String> in(@Nullable T part, Function<T, @Nullable String> field) {
    return Optional.ofNullable(part).map(field);
  }
}
