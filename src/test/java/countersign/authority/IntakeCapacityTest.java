package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.configuration.Configuration;
import countersign.configuration.Trust;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sizes of countersign.yaml reach intake. */
class IntakeCapacityTest {
  @Test
  void the_shipped_instance_says_what_it_keeps_and_opens_at_most() {
    Configuration.Result shipped =
        Configuration.load(Path.of("config"), Trust.NOBODY, Expression::faults);

    assertThat(shipped).isInstanceOf(Configuration.Loaded.class);
    assertThat(IntakeCapacity.of(((Configuration.Loaded) shipped).configuration()))
        .isEqualTo(new IntakeCapacity(6L << 30, 4L << 30, 200));
  }
}
