package countersign.cli;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first administrators: the accounts that the enrolment register names, which two people
 * signed. The command line makes no other account. Stateless.
 */
public final class Administrators {
  private Administrators() {}

  /** Names of the accounts; empty if no register with two valid signatures names any. */
  public static Set<String> of(Configuration configuration) {
    return configuration.documents().stream()
        .filter(document -> document.kind() == DocumentKind.ENROLMENT && document.counts())
        .map(Document::content)
        .filter(content -> content.has("administrators"))
        .flatMap(content -> content.texts("administrators").stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
