package countersign.extensions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.jspecify.annotations.Nullable;

/** What jars in memory contain, by the name of the entry. Nothing of it is a class yet. */
final class JarEntries {
  /** The folder of the files by which a jar declares Camel components, each named as one. */
  static final String COMPONENTS = "META-INF/services/org/apache/camel/component/";

  private static final String OWN = "countersign/";

  private final Map<String, byte[]> entries = new HashMap<>();

  /**
   * Adds the entries of a jar. Of two entries of one name the first counts.
   *
   * @return why the file cannot be used; empty if it can
   */
  Optional<String> add(byte[] jar) {
    int before = entries.size();
    try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar), false)) {
      for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        if (entry.getName().startsWith(OWN)) {
          return Optional.of("one with the gateway's own package " + OWN);
        }
        if (!entry.isDirectory()) {
          entries.putIfAbsent(entry.getName(), in.readAllBytes());
        }
      }
    } catch (IOException e) {
      return Optional.of("a file that is no jar");
    }
    return entries.size() == before ? Optional.of("a file that is no jar") : Optional.empty();
  }

  /** The content of an entry; null if there is none. */
  byte @Nullable [] bytes(String name) {
    return entries.get(name);
  }

  /** The content of a class; null if there is none. */
  byte @Nullable [] ofClass(String name) {
    return entries.get(name.replace('.', '/') + ".class");
  }

  /** Name of the class of a Camel component; empty if no jar declares and contains it. */
  Optional<String> component(String name) {
    byte[] service = entries.get(COMPONENTS + name);
    if (service == null) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(service));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty("class"))
        .map(String::trim)
        .filter(type -> ofClass(type) != null);
  }
}
