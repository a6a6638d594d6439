package countersign.address;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.address.AddressRows.Row;
import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the address check errs on rows that were labelled by hand, without knowledge of the
 * parser. {@code target/addresses} holds the rates of each group and every row that fails.
 */
class AddressErrorRatesTest {
  private static final AddressSufficiency CHECK = new AddressSufficiency(Set.of());

  /** What the check makes of an address; a referral to a person beside it does not count. */
  private enum Verdict {
    REFUSED,
    HELD,
    PASSED
  }

  private record Judged(Row row, List<ReasonCode> codes) {
    Verdict verdict() {
      if (codes.stream().anyMatch(code -> code.tier() == Tier.REJECT)) {
        return Verdict.REFUSED;
      }
      boolean isDoubtful =
          codes.stream().anyMatch(code -> code.name().equals("R206_ADDRESS_DOUBTFUL"));
      return isDoubtful ? Verdict.HELD : Verdict.PASSED;
    }

    boolean is(Verdict verdict) {
      return verdict() == verdict;
    }

    boolean isJudgedAsLabelled() {
      return row.expect().equals("either") || verdict() == Verdict.valueOf(upper(row.expect()));
    }

    @Override
    public String toString() {
      return "%d %s %s %s"
          .formatted(row.line(), row.group(), codes, row.cells().subList(1, row.cells().size()));
    }
  }

  @Test
  void the_labelled_files_are_large_and_varied() {
    List<Judged> deliverable = judge("deliverable.csv");
    assertThat(deliverable).hasSizeGreaterThanOrEqualTo(1_500);
    assertThat(groups(deliverable)).hasSizeGreaterThanOrEqualTo(40);
    assertThat(judge("deliverable-by-region.csv")).hasSizeGreaterThanOrEqualTo(600);
    assertThat(judge("deliverable-by-outsider.csv")).hasSizeGreaterThanOrEqualTo(700);
    for (String name :
        List.of("placeholders.csv", "placeholders-by-kind.csv", "placeholders-by-outsider.csv")) {
      assertThat(judge(name))
          .hasSizeGreaterThanOrEqualTo(400)
          .allMatch(judged -> Set.of("refused", "held", "either").contains(judged.row().expect()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deliverable.csv", "deliverable-by-region.csv", "deliverable-by-outsider.csv"})
  void at_most_one_deliverable_address_in_two_hundred_is_refused(String name) {
    List<Judged> all = judge(name);
    List<Judged> refused = only(all, judged -> judged.is(Verdict.REFUSED));
    report(name, "refused", all, refused);

    assertThat(rate(refused, all)).as(() -> list(refused)).isLessThanOrEqualTo(0.005);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deliverable.csv", "deliverable-by-region.csv", "deliverable-by-outsider.csv"})
  void at_most_one_deliverable_address_in_forty_is_held(String name) {
    List<Judged> all = judge(name);
    List<Judged> held = only(all, judged -> judged.is(Verdict.HELD));
    report(name, "held", all, held);

    assertThat(rate(held, all)).as(() -> list(held)).isLessThanOrEqualTo(0.025);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"placeholders.csv", "placeholders-by-kind.csv", "placeholders-by-outsider.csv"})
  void no_placeholder_passes(String name) {
    List<Judged> all = judge(name);
    List<Judged> passed = only(all, judged -> judged.is(Verdict.PASSED));
    report(name, "passed", all, passed);

    assertThat(passed).as(() -> list(passed)).isEmpty();
  }

  /** A word that a later list adds may turn a hold into a refusal; hence a few may differ. */
  @ParameterizedTest
  @ValueSource(
      strings = {"placeholders.csv", "placeholders-by-kind.csv", "placeholders-by-outsider.csv"})
  void at_most_one_placeholder_in_fifty_is_held_for_refused_or_refused_for_held(String name) {
    List<Judged> all = judge(name);
    List<Judged> others = only(all, judged -> !judged.isJudgedAsLabelled());
    report(name, "judged-otherwise", all, others);

    assertThat(rate(others, all)).as(() -> list(others)).isLessThanOrEqualTo(0.02);
  }

  private static List<Judged> judge(String name) {
    return AddressRows.read(name).stream()
        .map(row -> new Judged(row, CHECK.judge(row.address(1))))
        .toList();
  }

  private static List<Judged> only(List<Judged> all, Predicate<Judged> kind) {
    return all.stream().filter(kind).toList();
  }

  private static double rate(List<Judged> some, List<Judged> all) {
    return (double) some.size() / all.size();
  }

  private static Map<String, List<Judged>> groups(List<Judged> all) {
    return all.stream().collect(groupingBy(judged -> judged.row().group(), TreeMap::new, toList()));
  }

  private static void report(String name, String verdict, List<Judged> all, List<Judged> failing) {
    List<String> lines = new ArrayList<>();
    lines.add(line("all groups", failing.size(), all.size()));
    Map<String, List<Judged>> failures = groups(failing);
    groups(all)
        .forEach(
            (group, rows) ->
                lines.add(
                    line(group, failures.getOrDefault(group, List.of()).size(), rows.size())));
    failing.forEach(judged -> lines.add(judged.toString()));
    AddressRows.report(name.replace(".csv", "-" + verdict + ".txt"), lines);
  }

  private static String line(String group, int failing, int all) {
    return String.format(
        Locale.ROOT, "%6.2f %%  %4d of %4d  %s", 100.0 * failing / all, failing, all, group);
  }

  private static String list(List<Judged> failing) {
    return String.join("\n", failing.stream().map(Judged::toString).toList());
  }

  private static String upper(String label) {
    return label.toUpperCase(Locale.ROOT);
  }
}
