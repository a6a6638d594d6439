package countersign.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An outage is a line a minute with a count, and an alarm after a quarter of an hour. */
@ExtendWith(OutputCaptureExtension.class)
class OutageLogTest {
  private final AtomicLong nanos = new AtomicLong();
  private final OutageLog log = new OutageLog(nanos::get);

  @Test
  void six_hundred_failures_in_ten_minutes_are_eleven_lines(CapturedOutput output) {
    fails(600, "RECORDS_DOWN");

    assertThat(lines(output)).isBetween(10L, 11L);
    assertThat(output).contains("failures since the last line: 60").doesNotContain("ERROR");
  }

  @Test
  void an_outage_of_a_quarter_of_an_hour_is_an_alarm(CapturedOutput output) {
    fails(17 * 60, "RECORDS_DOWN");

    assertThat(output.toString().lines().filter(line -> line.contains("ERROR"))).hasSize(2);
  }

  @Test
  void a_second_outage_begins_its_own_count(CapturedOutput output) {
    fails(30, "RECORDS_DOWN");
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    fails(30, "RECORDS_DOWN");

    assertThat(output.toString().lines().filter(line -> line.contains("away for"))).isEmpty();
    assertThat(lines(output)).isEqualTo(2);
  }

  private void fails(int seconds, String cause) {
    for (int i = 0; i < seconds; i++) {
      log.failed(cause, "A_T_20261124_0001/1");
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
  }

  private static long lines(CapturedOutput output) {
    return output.toString().lines().filter(line -> line.contains("RECORDS_DOWN")).count();
  }
}
