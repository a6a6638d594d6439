package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts stop in reverse order, each once, whatever happens to one of them. */
class StartedPartsTest {
  private final List<String> stopped = new ArrayList<>();

  private void add(StartedParts started, String name) {
    started.add(name, () -> stopped.add(name));
  }

  @Test
  void the_last_to_start_is_the_first_to_stop_and_a_second_stop_does_nothing() {
    StartedParts started = new StartedParts();
    add(started, "lock");
    add(started, "database");
    add(started, "broker");
    started.close();
    started.close();
    assertThat(stopped).containsExactly("broker", "database", "lock");
  }

  @Test
  void a_part_that_does_not_stop_does_not_keep_others_from_stopping() {
    StartedParts started = new StartedParts();
    add(started, "lock");
    started.add(
        "database",
        () -> {
          throw new IllegalStateException("it hangs");
        });
    started.close();
    assertThat(stopped).containsExactly("lock");
  }

  @Test
  void an_interrupted_thread_stops_everything_and_stays_interrupted() {
    StartedParts started = new StartedParts();
    started.add(
        "database", () -> stopped.add("interrupted: " + Thread.currentThread().isInterrupted()));
    Thread.currentThread().interrupt();
    started.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped).containsExactly("interrupted: false");
  }
}
