package countersign.routeproof;

import countersign.request.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves that no path of the configured routes goes around a control. Everything that the proof
 * does not know is refused.
 *
 * @see <a href="../../../../../docs/routes.md">R46, R66; promise 6</a>
 */
public final class RouteProof {
  private static final String ENDING = ".yaml";
  private static final int LARGEST = 1 << 20;

  private RouteProof() {}

  /**
   * Reads every file of a directory once and judges what it says.
   *
   * @param directory the directory of the routes
   * @param partners ids of the partners in the configuration
   */
  public static Verdict of(Path directory, Set<String> partners) {
    List<RouteProblem> problems = new ArrayList<>();
    List<RouteFile> files = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      problems.add(
          new RouteProblem(
              directory.toString(),
              "the directory of the routes does not exist",
              "",
              "Create it, or name the right one with --routes."));
    } else {
      files.addAll(read(directory, problems));
    }
    return judge(files, partners, problems);
  }

  /** Judges files that were read before. */
  static Verdict of(List<RouteFile> files, Set<String> partners) {
    return judge(files, partners, new ArrayList<>());
  }

  private static Verdict judge(
      List<RouteFile> files, Set<String> partners, List<RouteProblem> problems) {
    RouteSet set = new RouteSet(problems::add);
    for (RouteFile file : files) {
      try {
        set.add(YamlReader.read(file.name(), file.bytes()));
      } catch (Refusal e) {
        problems.add(e.problem());
      }
    }
    set.fillIn();
    Walk walk = new Walk(set, partners, problems::add);
    if (problems.isEmpty()) { // otherwise each unread route would be missing on many paths
      walk.all();
    }
    return new Verdict(
        files, List.copyOf(new LinkedHashSet<>(problems)), walk.graph(), walk.kinds());
  }

  private static List<RouteFile> read(Path directory, List<RouteProblem> problems) {
    List<RouteFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.filter(each -> !Files.isDirectory(each)).sorted().toList()) {
        String name = directory.relativize(path).toString();
        if (name.endsWith(ENDING)) {
          files.add(read(path, name));
        } else if (!name.endsWith(".md")) {
          problems.add(
              new RouteProblem(
                  name,
                  "the directory of the routes has a file that is no YAML file of routes",
                  "",
                  "Move it elsewhere, or give it a name that ends with .camel.yaml."));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The directory of the routes %s cannot be read".formatted(directory), e);
    }
    return files;
  }

  private static RouteFile read(Path path, String name) throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new IOException("The route file %s is larger than 1 MiB".formatted(name));
    }
    return file(name, Files.readAllBytes(path));
  }

  static RouteFile file(String name, byte[] bytes) {
    return new RouteFile(name, bytes, HexFormat.of().formatHex(Sha256.of(bytes)));
  }
}
