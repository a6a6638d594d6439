package countersign.check;

import countersign.crypto.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the running program. Its digest shows afterwards which program ran, as long as that
 * program told the truth. Stateless.
 */
public final class Program {
  private static final int BUFFER = 1 << 16;

  private Program() {}

  /**
   * The SHA-256 of the program with which Java was started, hexadecimal: that of its jar, as {@code
   * sha256sum} prints it, or one over all files if there are several.
   */
  public static String sha256() throws IOException {
    return sha256(System.getProperty("java.class.path", ""));
  }

  /** The same of the files on this class path. */
  static String sha256(String classPath) throws IOException {
    List<Path> entries =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    if (entries.size() == 1 && Files.isRegularFile(entries.get(0))) {
      return HexFormat.of().formatHex(digest(entries.get(0)));
    }
    MessageDigest all = Sha256.start();
    for (Path entry : entries) {
      add(all, entry);
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static void add(MessageDigest all, Path entry) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(entry)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      all.update((entry.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
      all.update(digest(file));
    }
  }

  private static byte[] digest(Path file) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }
}
