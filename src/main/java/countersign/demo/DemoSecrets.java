package countersign.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** Secrets of the demo world: created once, in files that only their owner can read. */
final class DemoSecrets {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private DemoSecrets() {}

  /** Reads the secret in this file; creates it if it is missing: 24 letters and digits. */
  static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      StringBuilder made = new StringBuilder();
      for (int i = 0; i < 24; i++) {
        made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
      }
      write(file, made.toString());
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Writes a file that only its owner can read; writes it completely or not at all. */
  static void write(Path file, String content) throws IOException {
    directory(file.getParent());
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    Files.move(
        part,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Creates a folder that only its owner can enter. */
  static Path directory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(
              Set.copyOf(PosixFilePermissions.fromString("rwx------"))));
    }
    return directory;
  }
}
