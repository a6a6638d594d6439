package countersign.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The two jars that the build has made. Failsafe says where they are. */
final class ProductionJar {
  private static boolean isUnpacked;

  private ProductionJar() {}

  /** The jar in the gateway's image. */
  static Path file() {
    String file =
        Objects.requireNonNull(
            System.getProperty("countersign.jar"),
            "This test needs the jars: mvn -o -Dquick verify -Dit.test=...");
    return existing(Path.of(file));
  }

  /** The jar with the demo in it. */
  static Path withDemo() {
    return existing(Path.of(file().toString().replaceFirst("[.]jar$", "-demo.jar")));
  }

  /**
   * The production jar, unpacked with its libraries beside it as {@code deploy/Dockerfile} does.
   */
  static synchronized Path unpacked() throws IOException {
    Path folder = file().resolveSibling("production-parts");
    Path jar = folder.resolve(file().getFileName());
    if (!isUnpacked) {
      OpenSshServer.run(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Djarmode=tools",
          "-jar",
          file().toString(),
          "extract",
          "--force",
          "--destination",
          folder.toString());
      isUnpacked = true;
    }
    return existing(jar);
  }

  private static Path existing(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("The build made no " + jar);
    }
    return jar;
  }

  /** Names of the files in it that begin so, without that beginning. */
  static SortedSet<String> names(Path jar, String beginning) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      SortedSet<String> names = new TreeSet<>();
      open.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(beginning))
          .forEach(name -> names.add(name.substring(beginning.length())));
      return names;
    }
  }
}
