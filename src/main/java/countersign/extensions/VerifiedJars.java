package countersign.extensions;

import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Problem;
import countersign.crypto.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jars of {@code extensions/} in a configuration directory, read once: the bytes that were
 * compared with the signed list are those that are loaded. Immutable.
 */
public final class VerifiedJars {
  private static final String FOLDER = "extensions/";
  private static final String ADDRESS = "recordSource.extension.uri";

  private final Set<String> allowed;
  private final JarEntries entries = new JarEntries();
  private final List<Problem> problems = new ArrayList<>();

  private VerifiedJars(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * Reads the folder and compares it with the signed list; a list without two valid signatures
   * counts as empty. Loads nothing.
   *
   * @param directory directory of the configuration
   */
  public static VerifiedJars of(Path directory, Configuration configuration) {
    return compared(
        directory,
        SignedList.of(configuration),
        configuration.instance().others().recordExtension());
  }

  /**
   * As {@link #of}, with what the documents say.
   *
   * @param address endpoint of the record source; null if it is no component of a further jar
   */
  static VerifiedJars compared(Path directory, SignedList list, @Nullable String address) {
    VerifiedJars jars = new VerifiedJars(list.components());
    Map<String, String> listed = new TreeMap<>(list.jars());
    for (Path file : jars.files(directory.resolve(FOLDER))) {
      String name = String.valueOf(file.getFileName());
      jars.compare(file, listed.remove(name), list);
    }
    listed.keySet().forEach(name -> jars.wrong(name, "a jar that the signed list names", "none"));
    if (jars.problems.isEmpty()) {
      jars.components(address);
    }
    return jars;
  }

  private List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      wrong("", "a folder that can be read", "one that cannot");
      return List.of();
    }
  }

  private void compare(Path file, @Nullable String expected, SignedList list) {
    String name = String.valueOf(file.getFileName());
    if (expected == null) {
      wrong(name, "only jars that the signed list names", list.without());
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      String found = Sha256.hex(bytes);
      if (!found.equals(expected)) {
        wrong(name, "SHA-256 " + expected, found);
        return;
      }
      entries.add(bytes).ifPresent(why -> wrong(name, "a jar without classes of the gateway", why));
    } catch (IOException e) {
      wrong(name, "a file that can be read", "one that cannot");
    }
  }

  private void components(@Nullable String address) {
    for (String name : new TreeSet<>(allowed)) {
      Optional<String> type = entries.component(name);
      if (type.isEmpty()) {
        component(DocumentKind.EXTENSIONS.path(), "components", "one that a listed jar has", name);
      } else if (isOwn(name, type.get())) {
        component(
            DocumentKind.EXTENSIONS.path(),
            "components",
            "one that the gateway itself does not have",
            name);
      }
    }
    if (address != null && !allowed.contains(scheme(address))) {
      component(
          DocumentKind.INSTANCE.path(),
          ADDRESS,
          "a component that the signed list allows, " + sorted(),
          scheme(address));
    }
  }

  private String sorted() {
    return allowed.isEmpty()
        ? "which is none"
        : "one of " + allowed.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String scheme(String address) {
    return address.substring(0, address.indexOf(':'));
  }

  private static boolean isOwn(String name, String type) {
    return VerifiedJars.class.getResource("/" + JarEntries.COMPONENTS + name) != null
        || VerifiedJars.class.getResource("/" + type.replace('.', '/') + ".class") != null;
  }

  private void wrong(String name, String expected, String found) {
    problems.add(Problem.of(Problem.Code.EXTENSION_JAR, FOLDER + name, "", expected, found));
  }

  private void component(String file, String key, String expected, String found) {
    problems.add(Problem.of(Problem.Code.EXTENSION_COMPONENT, file, key, expected, found));
  }

  /** Why the gateway must not start; empty if every jar is the listed one. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Loads the class of a component.
   *
   * @param address an endpoint of it
   * @throws IllegalStateException if a jar or the component is not what the signed list says
   */
  public Class<?> component(String address) throws ClassNotFoundException {
    String name = scheme(address);
    Optional<String> type = entries.component(name);
    if (!problems.isEmpty() || !allowed.contains(name) || type.isEmpty()) {
      throw new IllegalStateException(
          problems.stream()
              .findFirst()
              .orElseGet(
                  () ->
                      Problem.of(
                          Problem.Code.EXTENSION_COMPONENT,
                          DocumentKind.INSTANCE.path(),
                          ADDRESS,
                          "a component that the signed list allows, " + sorted(),
                          name))
              .toString());
    }
    return new JarLoader(entries, VerifiedJars.class.getClassLoader()).loadClass(type.get());
  }
}
