package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The routes that ship pass the proof, quickly. */
class ShippedRoutesTest {
  @Test
  void the_shipped_routes_pass_in_less_than_two_seconds() {
    long start = System.nanoTime();
    Verdict verdict = RouteProof.of(Path.of("routes"), Set.of("dhs-ice"), Set.of());
    assertThat(verdict.problems()).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    assertThat(verdict.steps()).hasSizeGreaterThan(25);
  }
}
