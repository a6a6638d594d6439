package countersign.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of this machine that a setting names.
 *
 * @param document the document with the setting, relative to the configuration directory
 * @param key the setting
 * @param purpose what the file is for; settings with the same purpose may name the same file
 * @param kind what the file holds
 * @param file the file
 */
public record NamedFile(String document, String key, String purpose, Kind kind, Path file) {
  /** What a file holds. */
  public enum Kind {
    /** A text that is sent to a server or opens a key. */
    PASSWORD,
    /** A secret key, which is never sent. */
    KEY,
    /** Something that everybody may read, such as a certificate. */
    PUBLIC
  }

  /**
   * A file that a setting names, with the purpose that follows from the setting.
   *
   * @param folder what stands before the name of the document if several documents name the same
   *     kind of file, such as {@code partners}; else the document
   * @param key the setting, such as {@code records.password.file}
   */
  public static NamedFile of(String document, String folder, String key, Path file) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    Kind kind =
        switch (last) {
          case "file" -> Kind.PASSWORD;
          case "certificateFile", "trustedFile", "knownHostsFile" -> Kind.PUBLIC;
          default -> Kind.KEY;
        };
    boolean client = key.startsWith("recordSource.https.") || key.startsWith("notifications.web");
    String purpose = client ? "client " + last : folder + " " + key;
    return new NamedFile(document, key, kind == Kind.PUBLIC ? "public" : purpose, kind, file);
  }

  /** True if both name the same file, under whatever path, for two purposes. */
  boolean clashesWith(NamedFile other) {
    return !purpose.equals(other.purpose) && isSame(file, other.file);
  }

  private static boolean isSame(Path one, Path other) {
    if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
      return true;
    }
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return true; // nobody can tell them apart, so they are not used
    }
  }
}
