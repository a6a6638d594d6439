package countersign.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The demo's own posture, valid for environment T and synthetic identities. */
final class DemoPosture {
  static final String NAME = "posture.yaml";
  private final Path directory;

  /** There once the configuration was written to its end. */
  private final Path mark;

  /**
   * Prepares the posture of a demo.
   *
   * @param home folder of the demo
   */
  DemoPosture(Path home) {
    this.directory = home.resolve("config");
    this.mark = home.resolve("config-written");
  }

  /** Whether it was written and signed before, even if it was deleted since. */
  boolean wasWritten() {
    return Files.exists(mark) || Files.exists(directory.resolve(NAME + ".2.asc"));
  }

  /** Records that it was written and signed. */
  void mark() throws IOException {
    Files.writeString(mark, "", StandardCharsets.UTF_8);
  }

  /** Says that the posture is missing and how to get it back; empty if it is there. */
  String missing() {
    return Files.exists(directory.resolve(NAME))
        ? ""
        : "Disclosure is off, because %s was deleted. To get the demo's own back, delete %s and start again"
            .formatted(NAME, directory);
  }

  void write(LocalDate today) throws IOException {
    String text =
        """
        id: posture
        because: The demo world has a posture of its own, for environment T and synthetic identities
        serial: 1
        environment: T
        agreements: [irs-ice-2025]
        firstDay: %s
        lastDay: %s
        courtOrders: []
        """
            .formatted(today.minusDays(1), today.plusYears(3));
    Files.writeString(directory.resolve(NAME), text, StandardCharsets.UTF_8);
  }
}
