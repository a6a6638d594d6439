package countersign.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Debian's {@code faketime} below a process: its clock can be moved while it runs. */
final class WrongClock {
  private final Path offset;

  private WrongClock(Path offset) {
    this.offset = offset;
  }

  /** A clock that is right until it is moved. */
  static WrongClock in(Path folder) throws IOException {
    WrongClock clock = new WrongClock(folder.resolve("clock"));
    clock.moveTo("+0");
    return clock;
  }

  /** Moves the clock by so much from the right time, for example {@code +1d}. */
  void moveTo(String from) throws IOException {
    Path next = offset.resolveSibling("clock.next");
    Files.writeString(next, from + "\n");
    Files.move(next, offset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /** Puts a process on this clock. */
  void under(ProcessBuilder process) throws IOException {
    process.environment().put("LD_PRELOAD", library().toString());
    process.environment().put("FAKETIME_TIMESTAMP_FILE", offset.toString());
    process.environment().put("FAKETIME_CACHE_DURATION", "1");
    process.environment().put("NO_FAKE_STAT", "1"); // Java compares the times of its jars
    process.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // Without this each timed wait of the Java machine returns at once.
    process.environment().put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }

  private static Path library() throws IOException {
    try (Stream<Path> all =
        Files.find(
            Path.of("/usr/lib"), 3, (file, what) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
      return all.findFirst()
          .orElseThrow(() -> new IllegalStateException("Install Debian's package faketime"));
    }
  }
}
