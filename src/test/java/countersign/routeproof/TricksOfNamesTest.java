package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two spellings that Camel takes for one name do not get a value past the proof. */
class TricksOfNamesTest {
  private static final String UPLOADED_NAME =
      "- setHeader: { name: CamelFileName, expression: { simple: { expression: \"${body.name}\" } } }";

  @ParameterizedTest
  @CsvSource({
    "'[{ name: partner }, { name: host-key, defaultValue: \"no\" }]'",
    "'[{ name: partner }, { name: hostKey, defaultValue: \"yes\" }, { name: HOSTKEY, defaultValue: \"no\" }]'",
    "'[{ name: partner }, { name: PARTNER, defaultValue: other }]'"
  })
  void a_parameter_has_one_spelling(String parameters) {
    RouteFiles files =
        new RouteFiles()
            .replace("partners", "parameters: [{ name: partner }]", "parameters: " + parameters);

    assertThat(files.judged("dhs-ice").problems())
        .anyMatch(problem -> problem.toString().contains("parameter"));
  }

  @ParameterizedTest
  @CsvSource({
    "'- setHeader: { name: camelOverruleFileName, expression: { simple: { expression: \"${exchangeId}\" } } }', setHeader camelOverruleFileName",
    "'- setHeader: { name: jmsReplyTo, expression: { simple: { expression: \"${exchangeId}\" } } }', setHeader jmsReplyTo",
    "'- setHeader: { name: camelFileName, expression: { simple: { expression: \"${exchangeId}\" } } }', setHeader camelFileName",
    "'- removeHeader: { name: camelfilename }', the upload has no name",
    "'- filter: { simple: { expression: \"${exchangeId} == ''x''\" }, steps: [ { removeHeader: { name: CamelFileName } } ] }', stands in a condition"
  })
  void a_header_has_one_spelling(String step, String words) {
    RouteFiles files =
        new RouteFiles().replace("partners", UPLOADED_NAME, UPLOADED_NAME + "\n          " + step);

    assertThat(files.judged("dhs-ice").problems())
        .anyMatch(problem -> problem.toString().contains(words));
  }
}
