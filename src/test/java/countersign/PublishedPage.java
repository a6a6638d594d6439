package countersign;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.authority.Limits;
import countersign.authority.RuleSet.RuleLimits;
import countersign.authority.Statute;
import countersign.configuration.Configuration;
import countersign.configuration.Trust;
import countersign.validation.TaxpayerNumberRange;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists and numbers of section 7 of the exchange profile, as the code and the shipped
 * configuration have them.
 */
public final class PublishedPage {
  private static final int WIDTH = 108;
  private final StringBuilder page = new StringBuilder();

  private PublishedPage() {}

  /** The section as Markdown. */
  public static String section() throws IOException {
    PublishedPage lists = new PublishedPage();
    lists.page.append("\n## 7. Lists and numbers\n");
    lists.limits();
    lists.agreement();
    lists.names();
    lists.addresses();
    lists.numbers();
    lists.zips();
    return lists.page.toString();
  }

  private void limits() {
    table("### Limits of the format", "limit", "value");
    row("requests in a file", constant("screening.RecordReader", "MAX_REQUESTS"));
    row("bytes in a line, without the line feed", constant("profile.Lines", "MAX_BYTES"));
    row("characters in a text", constant("profile.Fields", "MAX_TEXT"));
    row("characters in an id", constant("profile.Fields", "MAX_ID"));
    row("officers in a request", constant("profile.RecordMapper", "MAX_OFFICERS"));
    row("facts in a request", constant("profile.RecordMapper", "MAX_FACTS"));
    row("levels of JSON", constant("profile.RequestJson", "MAX_NESTING"));
    row("entries of `fileDetails`", constant("screening.ProfileFaults", "MAX_DETAILS"));
    row("earliest `birthDate`", constant("policy.PurposeRules", "EARLIEST_BIRTH"));
  }

  private void agreement() {
    Authority shipped = shipped();
    Agreement agreement = shipped.agreement("irs-ice-2025").orElseThrow();
    RuleLimits rules = shipped.rules().orElseThrow().limits();
    Limits limits = agreement.limits();
    table(
        "### Numbers of the agreement irs-ice-2025 and of the rules, as shipped",
        "number",
        "value");
    row("time zone", agreement.zone());
    row(
        "days on which the agreement is in force",
        agreement.firstDay() + " to " + agreement.lastDay());
    row(
        "environments in which the agreement is in force",
        agreement.environments().stream()
            .map(Enum::name)
            .sorted()
            .collect(Collectors.joining(", ")));
    row("F112: largest plaintext, bytes", limits.maxPlaintextBytes());
    row("F112: largest ratio of plaintext to sealed size", limits.maxExpansionRatio());
    row("F113: from so many subjects on", limits.largeVolumeSubjects());
    row("F114: above so many subjects", limits.maxSubjects());
    row("F115: from so many percent of the subjects on", limits.resubmissionPercent());
    row("A107: greatest age of the sole-use statement, days", limits.attestationDays());
    row("A107: id of the sole-use statement", agreement.attestationText());
    row("R209: largest number of different tax periods", limits.maxTaxPeriods());
    row("R209: earliest tax period", limits.firstTaxPeriod());
    row("R209: latest tax period", "the year of the pick-up, in the time zone of the agreement");
    row("R212: above so many equal reasons", limits.sameReasonRequests());
    row("R216: above so many surnames at one address", limits.recurringAddressSubjects());
    row("R218: above so many open subjects of an officer", limits.officerLoad());
    row("R219: above so many open subjects of an officer", limits.officerCeiling());
    row("R224: from so many requests for one subject on", rules.repeatedSubjectRequests());
    row("R231: so many days must have passed", rules.finalOrderDays());
    row("earlier files compared, days", rules.lookBackDays());
    row("F102: greatest age of a signature, days", rules.signatureAgeDays());
    row("F102, F103: tolerance of clocks, minutes", rules.clockToleranceMinutes());
    row("`answerWithin`", agreement.schedule().answerWithin().toDays() + " days");
    row(
        "a held file or request lapses (A113)",
        agreement.schedule().decideHeldWithin().toDays() + " days");
    row("`reviewAfter`", agreement.schedule().reviewAfter().toDays() + " days");
    table("### Statutes and the facts that they require (R7, R40)", "citation", "facts");
    for (Statute statute : agreement.statutes()) {
      row(
          statute.citation(),
          statute.facts().isEmpty() ? "none" : String.join(", ", statute.facts()));
    }
    page.append(
        "\nR37: `removalOrder.ground` is 8 USC 1227(a)(1) to (a)(7), or a part of one of them.\n");
  }

  private void names() {
    list(
        "### Names that are placeholders (R22), in comparing form",
        strings("validation.NameCheck", "PLACEHOLDERS"));
    list(
        "### Names that are placeholders if both names are the same (R22)",
        strings("validation.NameCheck", "TWICE"));
    page.append(
        "\nAlso: NA with a dot or slash (`N/A`, `N.A.`), or beside another placeholder or NA; JOHN or JANE with the surname DOE.\n");
    list(
        "### Phrases in `reason` that a person looks at (R8, A116)",
        strings("policy.PurposeRules", "CIVIL"));
  }

  private void addresses() throws IOException {
    list("### Words that are no address (R24, R204)", strings("postal.Lexicon", "WORDS"));
    list("### Phrases that are no address (R24, R204)", strings("postal.Lexicon", "PHRASES"));
    list(
        "### Institutions (R27; R205 without a delivery line, R215 with one)",
        phrases("postal.Institutions", "PLACES"));
    list("### Addressees", phrases("postal.Institutions", "CARE_OF"));
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/countersign/postal"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        if (!file.endsWith("placeholder-words.txt") && !file.endsWith("placeholder-phrases.txt")) {
          resource(file);
        }
      }
    }
  }

  /** A resource file: its headings as they are, its lines joined. */
  private void resource(Path file) throws IOException {
    page.append("\n### `").append(file.getFileName()).append("`\n");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("#")) {
        wrapped(lines, "; ");
        lines.clear();
        page.append('\n').append(line.substring(1).strip()).append("\n");
      } else if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    wrapped(lines, "; ");
  }

  private void numbers() {
    table(
        "### Taxpayer numbers by their fourth and fifth digits (R17, R42)",
        "first digits",
        "fourth and fifth",
        "kind");
    Map<TaxpayerNumberRange, List<Integer>> groups = new TreeMap<>();
    for (int group = 0; group < 100; group++) {
      TaxpayerNumberRange kind = TaxpayerNumberRange.of("900%02d0001".formatted(group));
      groups.computeIfAbsent(kind, one -> new ArrayList<>()).add(group);
    }
    row("001 to 899 without 666", "01 to 99, last four not 0000", "SSN");
    groups.forEach((kind, all) -> row("9xx", ranges(all), kind));
    row("000 or 666; 001 to 899", "any; 00, or last four 0000", TaxpayerNumberRange.INVALID);
    page.append(
        "\nIn `T` only SYNTHETIC passes: another kind is F111. In `P` only SSN and ITIN pass: another kind is M300. A number that is not nine ASCII digits, or a `tin.type` other than SSN or ITIN, is M300 in both, and then F111 is not given. So is a number without a type. A type SSN or ITIN without a number is no fault.\n");
  }

  private static String ranges(List<Integer> groups) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      int from = groups.get(i);
      while (i + 1 < groups.size() && groups.get(i + 1) == groups.get(i) + 1) {
        i++;
      }
      int to = groups.get(i);
      ranges.add(from == to ? "%02d".formatted(from) : "%02d-%02d".formatted(from, to));
    }
    return String.join(", ", ranges);
  }

  private void zips() throws IOException {
    Map<String, List<String>> prefixes = new TreeMap<>();
    for (String line :
        Files.readAllLines(
            Path.of("src/main/resources/policy/zip-prefixes.csv"), StandardCharsets.UTF_8)) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("prefix")) {
        for (String state : cells[1].split(" ", -1)) {
          prefixes.computeIfAbsent(state, one -> new ArrayList<>()).add(cells[0]);
        }
      }
    }
    table(
        "### States and the beginnings of their ZIP codes (R26)",
        "state",
        "beginnings; five digits count before three");
    prefixes.forEach((state, all) -> row(state, String.join(" ", all)));
  }

  private void table(String title, String... columns) {
    page.append('\n')
        .append(title)
        .append("\n\n| ")
        .append(String.join(" | ", columns))
        .append(" |\n|");
    page.append(" --- |".repeat(columns.length)).append('\n');
  }

  private void row(Object... cells) {
    page.append(
        Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void list(String title, Collection<String> words) {
    page.append('\n').append(title).append("\n");
    wrapped(List.copyOf(new TreeSet<>(words)), ", ");
  }

  private void wrapped(List<String> words, String separator) {
    if (words.isEmpty()) {
      return;
    }
    page.append('\n');
    int column = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i) + (i + 1 < words.size() ? separator : "");
      if (column > 0 && column + word.length() > WIDTH) {
        page.setLength(page.length() - (page.charAt(page.length() - 1) == ' ' ? 1 : 0));
        page.append('\n');
        column = 0;
      }
      page.append(word);
      column += word.length();
    }
    page.append('\n');
  }

  private static Authority shipped() {
    Configuration.Result result =
        Configuration.load(Path.of("config"), Trust.NOBODY, Expression::faults);
    return Authority.asWritten(((Configuration.Loaded) result).configuration());
  }

  /**
   * Constants are read by their names, because only this page needs them outside their packages.
   */
  private static Object constant(String type, String name) {
    try {
      Field field = Class.forName("countersign." + type).getDeclaredField(name);
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The page publishes " + type + "." + name, e);
    }
  }

  private static Collection<String> strings(String type, String name) {
    return ((Collection<?>) constant(type, name)).stream().map(String.class::cast).toList();
  }

  private static Collection<String> phrases(String type, String name) {
    Object phrases = constant(type, name);
    try {
      Field field = phrases.getClass().getDeclaredField("byFirst");
      field.setAccessible(true);
      return ((Map<?, ?>) field.get(phrases))
          .values().stream()
              .flatMap(list -> ((List<?>) list).stream())
              .map(words -> String.join(" ", (String[]) words))
              .toList();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The page publishes " + type + "." + name, e);
    }
  }
}
