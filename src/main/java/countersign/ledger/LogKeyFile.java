package countersign.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file {@code ledger.pub} in the state directory, from which {@code ledger verify} reads the
 * ledger's public key. The first start writes it. A later start never replaces it: another key
 * means that another database or another root keyset is in use. Stateless.
 */
public final class LogKeyFile {
  private static final String NAME = "ledger.pub";

  private LogKeyFile() {}

  /** The file in a state directory. */
  public static Path in(Path state) {
    return state.resolve(NAME);
  }

  /** Writes the key if there is no file; raises an alarm if the file contains another key. */
  static void keep(Path state, LogKey log, TamperAlarms alarms) {
    Path file = in(state);
    try {
      if (!Files.exists(file)) {
        Path part = Files.createTempFile(Files.createDirectories(state), NAME, ".part");
        Files.writeString(part, log + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } else if (!Files.readString(file, StandardCharsets.UTF_8).strip().equals(log.toString())) {
        alarms.raise(
            NAME,
            "The state directory contains the public key of another ledger, and it was not replaced. Start with the database and the root keyset of this directory, or remove the file if they were changed on purpose.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be read or written. Correct the permissions of the directory.".formatted(file),
          e);
    }
  }
}
