package countersign.policy;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.PublishedPage;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lists of {@code docs/exchange.md} and of the acknowledgement's schema match the code. {@code
 * -Dcountersign.exchange=write} writes both again.
 */
class ExchangePageTest {
  private static final Path PAGE = Path.of("docs/exchange.md");
  private static final Path SCHEMA = Path.of("docs/schema/acknowledgement.json");
  private static final String MARK =
      "<!-- From here on generated from the code by ExchangePageTest. -->\n";
  private static final boolean WRITE = "write".equals(System.getProperty("countersign.exchange"));
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY =
      JSON.writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  @Test
  void the_lists_and_numbers_of_the_page_are_those_of_the_code() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    assertThat(page).contains(MARK);
    String made = page.substring(0, page.indexOf(MARK) + MARK.length()) + PublishedPage.section();
    if (WRITE) {
      Files.writeString(PAGE, made, StandardCharsets.UTF_8);
    } else {
      assertThat(page).as("see CONTRIBUTING.md, a rule").isEqualTo(made);
    }
  }

  @Test
  void the_page_explains_every_word_of_file_details() throws IOException {
    Set<String> explained =
        Pattern.compile("^\\| ([A-Z0-9_]+) \\| F1", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE, StandardCharsets.UTF_8))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(explained)
        .isEqualTo(Arrays.stream(Detail.values()).map(Enum::name).collect(Collectors.toSet()));
  }

  @Test
  void the_schema_of_the_acknowledgement_lists_every_code_and_detail() throws IOException {
    ObjectNode schema = (ObjectNode) JSON.readTree(Files.readAllBytes(SCHEMA));
    JsonNode before = schema.deepCopy();
    close(schema.at("/properties/fileCodes/items"), names(ofFile()));
    JsonNode detail = schema.at("/properties/fileDetails/items/properties");
    close(detail.path("code"), names(detailed()));
    close(detail.path("detail"), Arrays.stream(Detail.values()).map(Enum::name).toList());
    for (String list : List.of("refused", "held")) {
      close(
          schema.at("/properties/" + list + "/items/properties/codes/items"), names(ofRequests()));
    }
    if (WRITE) {
      Files.writeString(
          SCHEMA,
          PRETTY.writeValueAsString(schema).replace("\" : ", "\": ") + "\n",
          StandardCharsets.UTF_8);
    } else {
      assertThat(before).isEqualTo(schema);
    }
  }

  private static void close(JsonNode list, List<String> words) {
    ((ObjectNode) list).remove("type");
    ArrayNode closed = ((ObjectNode) list).putArray("enum");
    words.forEach(closed::add);
  }

  private static List<String> names(Set<ReasonCode> codes) {
    return codes.stream().map(Enum::name).toList();
  }

  /** Codes that a file can have: those of its own rules, and what people and timers add. */
  private static Set<ReasonCode> ofFile() {
    Set<ReasonCode> codes = EnumSet.of(F120_NOT_JUDGED, R219_OFFICER_IMPLAUSIBLE);
    codes.addAll(people());
    HeaderRules.all().forEach(rule -> codes.addAll(rule.codes()));
    EnvelopeAndFileRules.early().stream()
        .flatMap(rule -> rule.codes().stream())
        .filter(code -> code.name().charAt(0) != 'R')
        .forEach(codes::add);
    return codes;
  }

  private static Set<ReasonCode> detailed() {
    return EnumSet.of(
        F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED,
        F102_SIGNATURE_INVALID,
        F103_FILENAME,
        F104_DUPLICATE_FILE,
        F108_HEADER_TRAILER_MISSING,
        F109_SCHEMA,
        F112_THREAT_SCAN);
  }

  private static Set<ReasonCode> ofRequests() {
    Set<ReasonCode> codes = EnumSet.copyOf(people());
    codes.addAll(AddedConditions.CODES);
    RequestRules.all().forEach(rule -> codes.addAll(rule.codes()));
    EnvelopeAndFileRules.WHOLE.stream()
        .flatMap(rule -> rule.codes().stream())
        .filter(code -> code.name().charAt(0) == 'R' && code != R219_OFFICER_IMPLAUSIBLE)
        .forEach(codes::add);
    return codes;
  }

  private static Set<ReasonCode> people() {
    return EnumSet.of(A110_COUNSEL_REFUSED, A112_HOLD_REFUSED, A113_HOLD_LAPSED);
  }
}
