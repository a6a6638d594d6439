package countersign.check;

import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Section;
import countersign.routeproof.RouteProof;
import countersign.routeproof.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes that a command names, proved for the partners of a configuration. Stateless. */
final class ConfiguredRoutes {
  private static final String ENDING = ".yaml";

  private ConfiguredRoutes() {}

  /**
   * Proves the routes.
   *
   * @param configuration its directory; the partners are those that have a file there, so that the
   *     proof also runs for a configuration with problems
   */
  static Verdict verdict(Path configuration, Path routes) throws IOException {
    return RouteProof.of(routes, partners(configuration), renamed(configuration));
  }

  private static Set<String> renamed(Path configuration) {
    Set<String> renamed = new TreeSet<>();
    for (Section partner : Configuration.sections(configuration, DocumentKind.PARTNER)) {
      partner.optionalSection("folders").stream()
          .flatMap(names -> Stream.of("inbox", "outbox").filter(role -> isRenamed(names, role)))
          .map(role -> partner.text("id") + "/" + role)
          .forEach(renamed::add);
    }
    return renamed;
  }

  private static boolean isRenamed(Section names, String role) {
    return names.optionalText(role).filter(name -> !name.equals(role)).isPresent();
  }

  private static Set<String> partners(Path configuration) throws IOException {
    Path folder = configuration.resolve("partners");
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
