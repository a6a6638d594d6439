package countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.RuleSet;
import countersign.request.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The generated part of {@code docs/rules.md} matches the code. {@code -Dcountersign.rules=write}
 * writes it again.
 */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/rules.md");
  private static final String MARK =
      "<!-- From here on generated from the code by RulesPageTest. -->\n";
  private static final boolean WRITE = "write".equals(System.getProperty("countersign.rules"));

  /** A rule of either kind, as a row of the page. */
  private record Line(
      String id, Basis basis, List<ReasonCode> codes, String sentence, String source) {
    List<String> ids() {
      return Policy.ids(id);
    }

    int first() {
      return Integer.parseInt(ids().get(0).substring(1));
    }
  }

  @Test
  void the_page_matches_the_code() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    assertThat(page).contains(MARK);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    String made = head + rules() + codes();
    if (WRITE) {
      Files.writeString(PAGE, made, StandardCharsets.UTF_8);
    } else {
      assertThat(page).as("see CONTRIBUTING.md, a rule").isEqualTo(made);
    }
  }

  @Test
  void every_rule_has_a_test_and_every_test_names_existing_rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    lines().forEach(line -> rules.addAll(line.ids()));

    assertThat(tests().keySet()).isEqualTo(rules);
  }

  @Test
  void the_page_lists_every_rule_from_1_to_67_with_its_state() throws IOException {
    Set<String> built = new TreeSet<>();
    lines().forEach(line -> built.addAll(line.ids()));
    Set<String> others =
        Pattern.compile("^\\| (R\\d+) \\| (elsewhere|not built yet) \\|", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE, StandardCharsets.UTF_8))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        IntStream.rangeClosed(1, 67)
            .mapToObj(number -> "R" + number)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(built).doesNotContainAnyElementsOf(others);
    others.addAll(built);
    assertThat(others).isEqualTo(all);
  }

  @Test
  void the_shipped_set_names_every_rule_that_is_applied() {
    Set<String> named =
        ShippedPolicy.rules().rules().stream().map(RuleSet.Rule::id).collect(Collectors.toSet());
    Set<String> applied = new TreeSet<>();
    lines().forEach(line -> applied.addAll(line.ids()));

    assertThat(named).containsAll(applied);
  }

  private static List<Line> lines() {
    Stream<Line> judged =
        Policy.rules().stream()
            .map(one -> new Line(one.id(), one.basis(), one.codes(), one.sentence(), one.source()));
    Stream<Line> others =
        Stream.of(
                EnvelopeAndFileRules.NAME,
                EnvelopeAndFileRules.ENVELOPE,
                EnvelopeAndFileRules.READING,
                EnvelopeAndFileRules.RESUBMISSION,
                EnvelopeAndFileRules.WHOLE,
                RulesAfterLookup.AFTER,
                RulesAfterLookup.GATEWAY)
            .flatMap(List::stream)
            .map(one -> new Line(one.id(), one.basis(), one.codes(), one.sentence(), one.source()));
    return Stream.concat(judged, others).sorted(Comparator.comparingInt(Line::first)).toList();
  }

  private static String rules() throws IOException {
    Map<String, Set<String>> tests = tests();
    StringBuilder out = new StringBuilder("\n## Rules\n\n");
    out.append("| rule | basis | requirement | source | codes | tests |\n");
    out.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Line line : lines()) {
      Set<String> by = new TreeSet<>();
      line.ids().forEach(id -> by.addAll(tests.getOrDefault(id, Set.of())));
      out.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  line.id(),
                  line.basis(),
                  line.sentence(),
                  line.source(),
                  line.codes().stream()
                      .map(code -> code.name().substring(0, 4) + " " + code.tier())
                      .collect(Collectors.joining(", ")),
                  by.stream().map(test -> "`" + test + "`").collect(Collectors.joining(" "))));
    }
    return out.toString();
  }

  private static String codes() {
    StringBuilder out = new StringBuilder("\n## Codes\n\n");
    out.append("| code | tier | meaning | rule |\n| --- | --- | --- | --- |\n");
    for (ReasonCode code : ReasonCode.values()) {
      List<String> by = new ArrayList<>();
      for (Line line : lines()) {
        if (line.codes().contains(code) && !by.contains(line.id())) {
          by.add(line.id());
        }
      }
      out.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(code, code.tier(), code.sentence(), String.join("; ", by)));
    }
    return out.toString();
  }

  /** Names of the tests that prove each rule. */
  private static Map<String, Set<String>> tests() throws IOException {
    Pattern named = Pattern.compile("^ *@Proves\\(([^)]*)\\)", Pattern.MULTILINE);
    Map<String, Set<String>> tests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        for (MatchResult found : named.matcher(text).results().toList()) {
          for (String id : found.group(1).replaceAll("[{}\"\\s]", "").split(",", -1)) {
            tests.computeIfAbsent(id, rule -> new TreeSet<>()).add(name);
          }
        }
      }
    }
    return tests;
  }
}
