package countersign.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/**
 * How long a series waits, and how long its gateways do.
 *
 * @param stageWait how long the event of a stage is waited for before a fault begins without it
 * @param shortest length of a fault, from the moment at which it was noticed
 * @param longest length of a fault
 * @param settings numbers of {@code countersign.yaml} that differ from the shipped ones, by key
 */
record Pace(
    Duration stageWait, Duration shortest, Duration longest, Map<String, Integer> settings) {
  /** For {@code bin/test}: what production waits for minutes, these gateways wait for seconds. */
  static final Pace FAST =
      new Pace(
          Duration.ofMillis(700),
          Duration.ofMillis(300),
          Duration.ofMillis(900),
          Map.of(
              "connectTimeoutMillis", 3_000,
              "readTimeoutMillis", 4_000,
              "uploadTimeoutMillis", 8_000,
              "firstDelayMillis", 500,
              "longestDelayMillis", 2_000));

  /** For {@code bench/faults}: as shipped. */
  static final Pace SHIPPED =
      new Pace(Duration.ofSeconds(6), Duration.ofMillis(500), Duration.ofMillis(4_500), Map.of());

  /** Sets the numbers in a configuration. */
  void configure(Path config) throws IOException {
    Path file = config.resolve("countersign.yaml");
    String text = Files.readString(file);
    for (Map.Entry<String, Integer> setting : settings.entrySet()) {
      String changed =
          text.replaceAll(
              "(?<= )" + setting.getKey() + ": \\d+", setting.getKey() + ": " + setting.getValue());
      if (changed.equals(text)) {
        throw new IllegalStateException(file + " does not set " + setting.getKey());
      }
      text = changed;
    }
    Files.writeString(file, text);
  }

  /** The length of one fault. */
  Duration length(Random random) {
    long spread = longest.minus(shortest).toMillis();
    return shortest.plusMillis(random.nextInt((int) spread));
  }
}
