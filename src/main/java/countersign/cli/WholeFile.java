package countersign.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A result that appears under its name whole or not at all. Until it is kept it is nobody's word,
 * and only its owner can read it.
 */
final class WholeFile implements AutoCloseable {
  private final @Nullable Path target;
  private final Path part;

  private WholeFile(@Nullable Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /**
   * Begins one.
   *
   * @param target where it will lie; null: it goes to the standard output
   * @throws IOException if there is no such folder
   */
  static WholeFile begin(@Nullable Path target) throws IOException {
    var ownersOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    if (target == null) {
      return new WholeFile(null, Files.createTempFile("countersign", ".part", ownersOnly));
    }
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "The folder %s does not exist. Create it, or name another file with -o."
              .formatted(folder));
    }
    return new WholeFile(
        absolute, Files.createTempFile(folder, ".countersign", ".part", ownersOnly));
  }

  /** Takes its content. */
  OutputStream out() throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
  }

  /** Gives it its name, in place of what lay there, or prints it. */
  void keep() throws IOException {
    if (target == null) {
      Files.copy(part, System.out);
      System.out.flush();
    } else {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Forgets it, unless it was kept. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
