package countersign.casework;

import countersign.console.Page;
import countersign.console.Timestamps;
import countersign.reviewdesk.ControlCases;
import countersign.reviewdesk.ControlResult;
import countersign.reviewdesk.PairRotation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The privacy officer's page: what became of control cases, and which pairs signed too often. */
@Page
final class ControlCasesPage {
  private static final int MOST_WAIVERS = 50;

  private final ControlCases controls;
  private final PairRotation pairs;
  private final Clock clock;

  ControlCasesPage(ControlCases controls, PairRotation pairs, Clock clock) {
    this.controls = controls;
    this.pairs = pairs;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param people results by pair of reviewers
   * @param cases the control cases, newest first
   * @param waivers countersignatures by the same pair, for want of a third person
   * @param most number of cases in a row that the same two people sign
   */
  record Results(List<Tally> people, List<Row> cases, List<Waived> waivers, int most) {}

  /**
   * The control cases of one pair.
   *
   * @param second null if the first reviewer denied them
   */
  record Tally(String first, @Nullable String second, int found, int approved) {}

  /** A control case. */
  record Row(
      String id, String flaw, Timestamps made, List<String> openedBy, String result, boolean bad) {}

  /** A countersignature by the same pair. */
  record Waived(String id, String endorser, String countersigner, Timestamps at) {}

  @GetMapping("/control-cases")
  String show(Model model) {
    List<ControlResult> results = controls.results();
    model.addAttribute(
        "page",
        new Results(
            tallies(results),
            results.stream().map(this::row).toList(),
            pairs.waivers(MOST_WAIVERS).stream()
                .map(
                    one ->
                        new Waived(
                            one.key().toString(),
                            one.endorser(),
                            one.countersigner(),
                            Timestamps.at(one.at(), clock)))
                .toList(),
            pairs.most()));
    return "console/control-cases";
  }

  private static List<Tally> tallies(List<ControlResult> results) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (ControlResult result : results) {
      boolean approved = result.verdict() == ControlResult.Verdict.APPROVED;
      if (approved || result.verdict() == ControlResult.Verdict.FOUND) {
        String found = result.foundBy();
        String first = result.endorsedBy() == null ? String.valueOf(found) : result.endorsedBy();
        String second =
            approved ? result.countersignedBy() : result.endorsedBy() == null ? null : found;
        tallies.merge(
            first + "/" + second,
            new Tally(first, second, approved ? 0 : 1, approved ? 1 : 0),
            (one, more) ->
                new Tally(
                    first, second, one.found() + more.found(), one.approved() + more.approved()));
      }
    }
    return List.copyOf(tallies.values());
  }

  private Row row(ControlResult result) {
    String said =
        switch (result.verdict()) {
          case OPEN -> "Waits for a first reviewer.";
          case HALF_APPROVED -> result.endorsedBy() + " endorsed it. It waits for a second person.";
          case FOUND -> found(result);
          case APPROVED ->
              result.endorsedBy() + " and " + result.countersignedBy() + " approved it.";
          case UNDECIDED -> "Its time passed before two people decided.";
        };
    return new Row(
        result.key().toString(),
        result.flaw().sentence(),
        Timestamps.at(result.madeAt(), clock),
        result.openedBy(),
        said,
        result.verdict() == ControlResult.Verdict.APPROVED);
  }

  private static String found(ControlResult result) {
    String endorser = result.endorsedBy();
    return endorser == null
        ? result.foundBy() + " found it and denied it."
        : endorser + " endorsed it; " + result.foundBy() + " found it and denied it.";
  }
}
