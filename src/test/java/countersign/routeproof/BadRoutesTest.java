package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.routefile.RouteProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every generated bad route set is refused, with the name of the control or option. */
class BadRoutesTest {
  @Test
  void every_bad_set_is_refused_and_the_message_names_the_control_or_option() {
    List<BadRoutes.Bad> sets = BadRoutes.all();
    List<String> wrong = new ArrayList<>();
    for (BadRoutes.Bad bad : sets) {
      Verdict verdict = bad.routes().judged();
      for (RouteProblem problem : verdict.problems()) {
        assertThat(problem.toString().lines()).as(bad.title()).hasSize(3);
        assertThat(problem.toString()).startsWith("ROUTE_REFUSED  ");
      }
      String said = String.join("\n", verdict.problems().stream().map(Object::toString).toList());
      if (verdict.passes()) {
        wrong.add("PASSES " + bad.title());
      } else if (!Pattern.compile(bad.word(), Pattern.DOTALL).matcher(said).find()) {
        wrong.add("NOT NAMED " + bad.word() + ": " + bad.title() + "\n" + said);
      }
    }
    assertThat(sets).hasSizeGreaterThan(300);
    assertThat(wrong).isEmpty();
  }
}
