package countersign.extensions;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import countersign.configuration.Section;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What two people allow in {@code extensions.yaml}.
 *
 * @param jars SHA-256 by name of the file
 * @param components names of Camel components
 * @param standing whether there is such a document, and whether it counts
 */
record SignedList(Map<String, String> jars, Set<String> components, Standing standing) {

  /** Whether there is a list. */
  enum Standing {
    /** There is none. */
    ABSENT,
    /** Two valid signatures are missing, so it allows nothing. */
    UNSIGNED,
    /** It counts. */
    COUNTS
  }

  /** Copies the collections. */
  SignedList {
    jars = Map.copyOf(jars);
    components = Set.copyOf(components);
  }

  /** The list of a configuration; empty if it does not count. */
  static SignedList of(Configuration configuration) {
    Optional<Document> document = configuration.document(DocumentKind.EXTENSIONS);
    if (document.isEmpty() || !document.get().counts()) {
      return new SignedList(
          Map.of(), Set.of(), document.isEmpty() ? Standing.ABSENT : Standing.UNSIGNED);
    }
    Map<String, String> jars = new TreeMap<>();
    for (Section jar : document.get().content().sections("jars")) {
      jars.put(jar.text("file"), jar.text("sha256"));
    }
    Set<String> components = new HashSet<>(document.get().content().texts("components"));
    return new SignedList(jars, components, Standing.COUNTS);
  }

  /** What a file is that the list does not name. */
  String without() {
    return switch (standing) {
      case ABSENT -> "a file, and no extensions.yaml";
      case UNSIGNED -> "a file, and an extensions.yaml that two people have not signed";
      case COUNTS -> "another file";
    };
  }
}
