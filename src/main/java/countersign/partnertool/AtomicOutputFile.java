package countersign.partnertool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * An output file that appears under its name completely or not at all. Until {@link #keep} is
 * called, the content is provisional and only its owner can read it.
 */
public final class AtomicOutputFile implements AutoCloseable {
  private final @Nullable Path target;
  private final Path part;

  private AtomicOutputFile(@Nullable Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /**
   * Begins an output.
   *
   * @param target path of the file; null for the standard output
   * @throws IOException if its folder does not exist
   */
  public static AtomicOutputFile begin(@Nullable Path target) throws IOException {
    var ownersOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    if (target == null) {
      return new AtomicOutputFile(null, Files.createTempFile("countersign", ".part", ownersOnly));
    }
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "The folder %s does not exist. Create it, or name another file with -o."
              .formatted(folder));
    }
    return new AtomicOutputFile(
        absolute, Files.createTempFile(folder, ".countersign", ".part", ownersOnly));
  }

  /** Stream that receives the content. */
  public OutputStream out() throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
  }

  /** Renames the file to its target, replacing an existing one, or prints the content. */
  public void keep() throws IOException {
    if (target == null) {
      Files.copy(part, System.out);
      System.out.flush();
    } else {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes the content unless it was kept. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
