package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No legitimate change of the shipped routes is refused. */
class GoodRoutesTest {
  @Test
  void no_legitimate_set_is_refused() {
    List<GoodRoutes.Good> sets = GoodRoutes.all();
    List<String> refused = new ArrayList<>();
    for (GoodRoutes.Good good : sets) {
      Verdict verdict = good.routes().judged(good.partners().toArray(String[]::new));
      verdict.problems().forEach(problem -> refused.add(good.name() + "\n" + problem));
    }
    assertThat(sets).hasSizeGreaterThanOrEqualTo(80);
    assertThat(refused).isEmpty();
  }
}
