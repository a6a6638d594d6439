package countersign.cli;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import countersign.configuration.Section;
import countersign.request.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One version of the document that lists the people who sign documents. */
final class SignatoriesVersion {
  private SignatoriesVersion() {}

  /** One person of a version. */
  record Person(String id, String name, String role, String fingerprint, String file) {
    static Person of(Section part) {
      return new Person(
          part.text("signatory"),
          part.text("name"),
          part.text("role"),
          part.text("fingerprint"),
          part.text("file"));
    }

    String line() {
      return "  - { signatory: %s, name: \"%s\", role: %s, fingerprint: %s, file: %s }%n"
          .formatted(id, name, role, fingerprint, file);
    }
  }

  /** The version in force; empty if no root of trust is bound. */
  static Optional<Document> newest(Configuration loaded) {
    return loaded.documents(DocumentKind.SIGNATORIES).stream()
        .filter(Document::counts)
        .max(Comparator.comparingInt(one -> one.content().number("serial")));
  }

  /** Whether these are at least two people, by names that do not look alike. */
  static boolean areTwo(List<Person> people) {
    return people.stream().map(one -> PersonName.skeleton(one.name())).distinct().count() > 1;
  }

  /** The text of a version, which is signed as it is. */
  static byte[] text(int serial, String because, List<Person> people) {
    StringBuilder text =
        new StringBuilder(
            "id: signatories-%d%nbecause: \"%s\"%nserial: %d%nsignatories:%n"
                .formatted(serial, because.replace("\"", "'"), serial));
    people.stream().map(Person::line).forEach(text::append);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
