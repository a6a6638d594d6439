package countersign.configuration;

import countersign.request.PersonName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A person whose signature counts.
 *
 * @param fingerprint fingerprint of the primary key
 * @param key file with the public key
 */
record Signatory(String id, String name, String role, String fingerprint, Path key) {

  /** The people in a version of the signatories whose key file is there. */
  static List<Signatory> in(Documents.Raw version, Path directory) {
    List<Signatory> people = new ArrayList<>();
    for (JsonNode entry : Objects.requireNonNull(version.tree()).path("signatories")) {
      Path key = directory.resolve(entry.path("file").asString("")).normalize();
      if (Files.isRegularFile(key)) {
        people.add(
            new Signatory(
                entry.path("signatory").asString(""),
                entry.path("name").asString(""),
                entry.path("role").asString(""),
                entry.path("fingerprint").asString(""),
                key));
      }
    }
    return List.copyOf(people);
  }

  /** Whether both entries are one person: one id, one key, or names that look alike. */
  boolean isSamePersonAs(Signatory other) {
    return id.equals(other.id)
        || fingerprint.equals(other.fingerprint)
        || PersonName.alike(name, other.name);
  }
}
