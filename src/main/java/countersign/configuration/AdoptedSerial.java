package countersign.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A version of a signed document that was in force.
 *
 * @param document path relative to the configuration directory
 * @param serial number of the version
 * @param sha256 SHA-256 of its bytes, lower-case hexadecimal
 */
public record AdoptedSerial(String document, int serial, String sha256) {

  /** The versions that a configuration puts into force. */
  public static List<AdoptedSerial> in(Configuration configuration) {
    return configuration.documents().stream()
        .filter(document -> document.standing() == Document.Standing.ADOPTED)
        .map(
            document ->
                new AdoptedSerial(
                    document.path(), document.content().number("serial"), document.sha256()))
        .toList();
  }

  /**
   * Reports each document that is older than a version that was in force, or other bytes with the
   * same serial, and each version of the signatories that is no longer there.
   *
   * @param known versions that were in force, in any order
   */
  public static List<Problem> objections(
      Configuration configuration, Collection<AdoptedSerial> known) {
    Map<String, AdoptedSerial> newest = new HashMap<>();
    known.forEach(
        one ->
            newest.merge(
                one.document(), one, (first, next) -> next.serial > first.serial ? next : first));
    List<Problem> problems = new ArrayList<>();
    Set<String> present = new HashSet<>();
    for (AdoptedSerial now : in(configuration)) {
      present.add(now.document);
      AdoptedSerial last = newest.get(now.document);
      if (last != null && now.serial < last.serial) {
        problems.add(now.older(last));
      } else if (last != null && now.serial == last.serial && !now.sha256.equals(last.sha256)) {
        problems.add(now.other(last));
      }
    }
    newest.values().stream()
        .filter(one -> one.document.startsWith(DocumentKind.SIGNATORIES.path()))
        .filter(one -> !present.contains(one.document))
        .map(AdoptedSerial::gone)
        .forEach(problems::add);
    return List.copyOf(problems);
  }

  private Problem older(AdoptedSerial last) {
    return Problem.of(
        Problem.Code.OLDER_SERIAL,
        document,
        "serial",
        "%d or later".formatted(last.serial),
        "%d".formatted(serial));
  }

  private Problem other(AdoptedSerial last) {
    return Problem.of(
        document.equals(DocumentKind.SIGNATORIES.path() + "signatories-1.yaml")
            ? Problem.Code.ROOT_NOT_FOUND
            : Problem.Code.SERIAL_USED_TWICE,
        document,
        "serial",
        "the bytes of version %d, sha256 %s".formatted(serial, last.sha256),
        "sha256 " + sha256);
  }

  private Problem gone() {
    return Problem.of(
        Problem.Code.OLDER_SERIAL,
        document,
        "",
        "version %d, which was in force".formatted(serial),
        "none");
  }
}
