package countersign.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A transfer to or from a partner takes as long as its bytes may take. */
class PaceTest {
  private static final int MIB = 1 << 20;
  private final AtomicLong nanos = new AtomicLong(77);

  private Pace pace(long bytesPerSecond) {
    return new Pace(bytesPerSecond, nanos::get, nanos::addAndGet);
  }

  @Test
  void ten_mebibytes_at_one_a_second_take_ten_seconds() throws IOException {
    byte[] bytes = new byte[10 * MIB];

    byte[] passed = pace(MIB).hold(new ByteArrayInputStream(bytes)).readAllBytes();

    assertThat(passed).hasSameSizeAs(bytes);
    assertThat(Duration.ofNanos(nanos.get())).isBetween(Duration.ofSeconds(10), tenAndABit());
  }

  private static Duration tenAndABit() {
    return Duration.ofMillis(10_001);
  }

  @Test
  void a_slow_line_is_not_held_back_further() throws IOException {
    Pace pace = pace(MIB);
    pace.pass(1);
    nanos.addAndGet(Duration.ofSeconds(30).toNanos());
    long before = nanos.get();

    pace.pass(10 * MIB);

    assertThat(nanos.get()).isEqualTo(before);
  }

  @Test
  void without_a_limit_nothing_waits() throws IOException {
    Pace pace = Pace.of(null);
    ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[3]);

    pace.pass(Integer.MAX_VALUE);

    assertThat(pace.hold(bytes)).isSameAs(bytes);
    assertThat(pace.block(MIB)).isEqualTo(MIB);
    assertThat(pace(65_536).block(MIB)).isEqualTo(65_536);
  }
}
