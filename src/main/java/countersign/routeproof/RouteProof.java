package countersign.routeproof;

import countersign.crypto.Sha256;
import countersign.routefile.Refusal;
import countersign.routefile.RouteFile;
import countersign.routefile.RouteProblem;
import countersign.routefile.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proves that no path of the configured routes goes around a control. Everything that the proof
 * does not know is refused.
 *
 * @see <a href="../../../../../docs/routes.md">R46, R66; promise 6</a>
 */
public final class RouteProof {
  private static final String ENDING = ".yaml";

  /** What Camel or a person could take for routes. The gateway reads no other file either. */
  private static final Pattern LIKE_ROUTES =
      Pattern.compile(
          "(?i).*\\.(ya?ml|xml|java|class|jar|groovy|kts?|jsh?|json|properties|camel|yaml~|bak)\\s*");

  private static final int LARGEST = 1 << 20;

  private RouteProof() {}

  /**
   * Reads every file of a directory once and judges what it says.
   *
   * @param directory the directory of the routes
   * @param partners ids of the partners in the configuration
   * @param renamed such as {@code dhs-ice/outbox}, for each folder to which its partner's document
   *     gives another name
   */
  public static Verdict of(Path directory, Set<String> partners, Set<String> renamed) {
    List<RouteProblem> problems = new ArrayList<>();
    List<RouteFile> files = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      RouteProblem missing =
          new RouteProblem(
              directory.toString(),
              "the directory of the routes does not exist",
              "",
              "Create it, or name the right one with --routes.");
      return new Verdict(
          List.of(), List.of(missing), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }
    files.addAll(read(directory, problems));
    return judge(files, partners, renamed, problems);
  }

  /** Judges files that were read before. */
  static Verdict of(List<RouteFile> files, Set<String> partners) {
    return judge(files, partners, Set.of(), new ArrayList<>());
  }

  private static Verdict judge(
      List<RouteFile> files,
      Set<String> partners,
      Set<String> renamed,
      List<RouteProblem> problems) {
    RouteSet set = new RouteSet(problems::add);
    files.forEach(file -> add(file, set, problems));
    set.fillIn();
    Walk walk = new Walk(set, partners, renamed, problems::add);
    walk.all();
    new UnusedTemplates(set, partners, renamed).judge(problems);
    if (set.unread().isPartial() && problems.isEmpty()) {
      throw new IllegalStateException("A part of the routes was not read, and nothing says why");
    }
    List<RouteProblem> sorted =
        new LinkedHashSet<>(problems).stream().sorted(RouteProblem.BY_PLACE).toList();
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> ofPartners = new LinkedHashMap<>();
    set.routes()
        .forEach(
            (id, route) -> {
              texts.put(id, RouteText.of(route));
              route.from().partner().ifPresent(partner -> ofPartners.put(id, partner));
            });
    return new Verdict(files, sorted, walk.graph(), walk.kinds(), walk.sends(), texts, ofPartners);
  }

  /** A file that is no YAML is read entry by entry, so that the other entries are judged too. */
  private static void add(RouteFile file, RouteSet set, List<RouteProblem> problems) {
    String text = "";
    try {
      text = YamlReader.text(file.name(), file.bytes());
      set.add(YamlReader.read(file.name(), text));
    } catch (Refusal whole) {
      List<RouteProblem> found = new ArrayList<>();
      for (String entry : entries(text)) {
        try {
          set.add(YamlReader.read(file.name(), entry, text));
        } catch (Refusal e) {
          found.addAll(e.problems());
          set.unread().add(entry);
        }
      }
      set.unread().add(found.isEmpty() ? text : "");
      problems.addAll(found.isEmpty() ? whole.problems() : found);
    }
  }

  /** The entries of a file, each in the lines that it has in the file. */
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    int line = 0;
    for (String each : text.lines().toList()) {
      if (each.startsWith("- ") && !entry.isEmpty()) {
        entries.add(entry.toString());
        entry = new StringBuilder("\n".repeat(line));
      }
      entry.append(each).append('\n');
      line++;
    }
    entries.add(entry.toString());
    return entries;
  }

  private static List<RouteFile> read(Path named, List<RouteProblem> problems) {
    List<RouteFile> files = new ArrayList<>();
    Path directory = real(named);
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.filter(RouteProof::isNoFolder).sorted().toList()) {
        judge(path, directory.relativize(path).toString(), files, problems);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The directory of the routes %s cannot be read".formatted(directory), e);
    }
    return files;
  }

  private static void judge(
      Path path, String name, List<RouteFile> files, List<RouteProblem> problems) {
    if (Files.isDirectory(path)) {
      problems.add(
          new RouteProblem(
              name,
              "this is a link to a folder, which the gateway does not follow",
              "",
              "Put the folder itself there, or remove the link."));
    } else if (name.endsWith(ENDING)) {
      read(path, name, files, problems);
    } else if (LIKE_ROUTES.matcher(name).matches()) {
      problems.add(
          new RouteProblem(
              name,
              "the gateway does not read this file, although it looks like routes",
              "",
              "a name that ends with .camel.yaml",
              "",
              "Move it elsewhere, or write its routes into a file whose name ends with .camel.yaml."));
    }
  }

  /** The directory itself may be a link. */
  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The directory of the routes %s cannot be read".formatted(directory), e);
    }
  }

  private static boolean isNoFolder(Path path) {
    return Files.isSymbolicLink(path) || !Files.isDirectory(path);
  }

  /** Reads a file; a pipe, a link that leads nowhere or a huge file is named and not read. */
  private static void read(
      Path path, String name, List<RouteFile> files, List<RouteProblem> problems) {
    bytes(path)
        .ifPresentOrElse(
            bytes -> files.add(file(name, bytes)),
            () ->
                problems.add(
                    new RouteProblem(
                        name,
                        "this is no file of at most 1 MiB that can be read",
                        "",
                        "Correct its permissions or its link, make it shorter, or remove it.")));
  }

  private static Optional<byte[]> bytes(Path path) {
    try {
      return Files.isRegularFile(path) && Files.size(path) <= LARGEST
          ? Optional.of(Files.readAllBytes(path))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static RouteFile file(String name, byte[] bytes) {
    return new RouteFile(name, bytes, HexFormat.of().formatHex(Sha256.of(bytes)));
  }
}
