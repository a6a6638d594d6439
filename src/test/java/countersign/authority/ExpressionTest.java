package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions an agreement may use, and when an expression has no result. */
class ExpressionTest {
  private static final Map<ConditionField, Object> REQUEST =
      Map.of(
          ConditionField.STATUTE,
          "8 USC 1253(a)(1)(A)",
          ConditionField.CASE_OPENED_ON,
          "2026-06-02",
          ConditionField.ORDER_STAYED,
          false,
          ConditionField.TAX_PERIODS,
          List.of("2023", "2024"),
          ConditionField.OFFICER_IDS,
          List.of("OFF-0417"),
          ConditionField.FACTS,
          Map.of("reportPlace", "AUSTIN"),
          ConditionField.TODAY,
          "2026-11-24");

  private static Optional<Boolean> says(String expression) {
    return Expression.of(expression).of(field -> Optional.ofNullable(REQUEST.get(field)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          statute == '8 USC 1253(a)(1)(A)' | true
          statute.endsWith('(D)') | false
          !removalOrder.stayed | true
          taxPeriods.exists(year, year < '2024') | true
          size(taxPeriods) > 2 | false
          'OFF-0417' in officers.officerId | true
          facts.reportPlace == 'AUSTIN' | true
          'reportTime' in facts | false
          case.openedOn < today | true
          timestamp(today + 'T00:00:00Z') - timestamp(case.openedOn + 'T00:00:00Z') > duration('4320h') | false
          statute.matches('^8 USC 1253') && today >= '2026-01-01' | true
          """)
  void it_evaluates_to_true_or_false_for_a_request(String expression, boolean expected) {
    assertThat(Expression.faults(expression)).isEmpty();
    assertThat(says(expression)).contains(expected);
  }

  @Test
  void a_missing_field_does_not_matter_if_the_result_does_not_depend_on_it() {
    assertThat(says("statute != '' || protectedStatus == 'TPS'")).contains(true);
    assertThat(says("statute == '' && protectedStatus == 'TPS'")).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protectedStatus == 'TPS'",
        "case.activeCriminalInvestigation",
        "statute == 'another' || removalOrder.courtFinalOn < today",
        "facts.reportTime == 'NOON'",
        "int(statute) > 5",
        "taxPeriods[7] == '2024'",
        "timestamp(statute) < timestamp('2026-01-01T00:00:00Z')",
        "matches(statute, '(')",
        "matches(statute, purpose + '(')",
        "1 / 0 == 1",
      })
  void an_expression_that_needs_a_missing_field_or_fails_has_no_result(String expression) {
    assertThat(Expression.faults(expression)).isEmpty();
    assertThat(says(expression)).isEmpty();
  }

  @Test
  void loops_stop_after_a_thousand_steps() {
    List<String> many = Collections.nCopies(9000, "2024");
    Expression once = Expression.of("taxPeriods.all(year, year == '2024')");
    Expression nested =
        Expression.of("taxPeriods.all(a, taxPeriods.all(b, taxPeriods.all(c, a == b && b == c)))");

    assertThat(once.of(field -> Optional.of(many))).isEmpty();
    assertThat(once.of(field -> Optional.of(many.subList(0, 900)))).contains(true);
    assertThat(nested.of(field -> Optional.of(many.subList(0, 40)))).isEmpty();
    assertThat(nested.of(field -> Optional.of(many.subList(0, 6)))).contains(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          subject.nom == 'x' | 'subject.nom', which is no field of a request (line 1, column 1)
          true && now() > today | undeclared reference to 'now' (line 1, column 12)
          statute | expected type 'bool' but found 'string'
          statute == | mismatched input '<EOF>'
          today < 5 | found no matching overload for '_<_' applied to '(string, int)'
          dyn(1) | a value that may be something other than true or false
          statute == null | found no matching overload
          removalOrder == 'x' | 'removalOrder', which is no field of a request
          """)
  void an_invalid_expression_is_described_in_words(String expression, String expected) {
    assertThat(Expression.faults(expression)).singleElement().asString().contains(expected);
    assertThatThrownBy(() -> Expression.of(expression))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_length_of_its_text_is_limited() {
    assertThat(Expression.faults("true" + " || true".repeat(300))).isNotEmpty();
    assertThat(Expression.faults("(".repeat(80) + "true" + ")".repeat(80))).isNotEmpty();
  }

  @Test
  void it_lists_the_fields_that_it_reads() {
    assertThat(Expression.of("taxPeriods.exists(y, y == today) && statute != ''").fields())
        .containsExactly(ConditionField.TAX_PERIODS, ConditionField.STATUTE, ConditionField.TODAY);
  }

  @Test
  void an_expression_can_name_every_field() {
    for (ConditionField field : ConditionField.values()) {
      String expression =
          switch (field.kind()) {
            case TEXT -> field.named() + " == 'x'";
            case FLAG -> field.named();
            case TEXTS -> "'x' in " + field.named();
            case FACTS -> "'x' in " + field.named();
          };
      assertThat(Expression.of(expression).fields()).containsExactly(field);
    }
  }
}
