package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A guide of docs/guides as its reader follows it: writes what it says into copies of {@code
 * config/} and {@code routes/}, types its commands, and counts both.
 */
final class Guide {
  private static final Pattern BLOCK = Pattern.compile("```(yaml|)\n(.*?)```", Pattern.DOTALL);

  private final String text;
  private final Path routes;
  private final Set<String> touched = new TreeSet<>();
  private final List<String> typed = new ArrayList<>();

  /**
   * A section of a guide.
   *
   * @param routes a new folder, which gets a copy of the shipped routes
   */
  Guide(String name, String section, Path routes) throws IOException {
    String page = Files.readString(Path.of("docs/guides", name));
    int from = page.indexOf("\n## " + section + "\n");
    assertThat(from).as(section).isPositive();
    int to = page.indexOf("\n## ", from + 1);
    this.text = page.substring(from, to < 0 ? page.length() : to);
    this.routes = Files.createDirectories(routes);
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, routes.resolve(file.getFileName()));
      }
    }
  }

  private List<String> blocks(String kind) {
    List<String> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals(kind)) {
        found.add(block.group(2));
      }
    }
    return found;
  }

  /** Adds a block to the instance, with the names of this machine. */
  void configures(Path config, int block, Map<String, String> names) throws IOException {
    String yaml = blocks("yaml").get(block);
    for (Map.Entry<String, String> name : names.entrySet()) {
      assertThat(yaml).contains(name.getKey());
      yaml = yaml.replace(name.getKey(), name.getValue());
    }
    Path file = config.resolve("countersign.yaml");
    Files.writeString(file, "\n" + yaml, StandardOpenOption.APPEND);
    touched.add("config/countersign.yaml");
  }

  /** Puts a block in the place of a route. */
  void replacesTheRoute(String id, String file, int block) throws IOException {
    Path path = routes.resolve(file);
    String before = Files.readString(path);
    Matcher route =
        Pattern.compile("(?m)^- route:\n    id: " + id + "\n(    .*\n)+").matcher(before);
    assertThat(route.find()).as(id).isTrue();
    Files.writeString(
        path,
        before.substring(0, route.start())
            + blocks("yaml").get(block)
            + before.substring(route.end()));
    touched.add("routes/" + file);
  }

  /** Adds a block at the end of a file of routes. */
  void appends(String file, int block) throws IOException {
    Files.writeString(
        routes.resolve(file),
        blocks("yaml").get(block),
        StandardOpenOption.APPEND,
        StandardOpenOption.CREATE);
    touched.add("routes/" + file);
  }

  /** A block of YAML. */
  String yaml(int block) {
    return blocks("yaml").get(block);
  }

  /** The commands of a block, which the caller types. */
  List<String> commands(int block) {
    List<String> commands = blocks("").get(block).strip().lines().toList();
    typed.addAll(commands);
    return commands;
  }

  /** Types the guide's commands with this configuration, and expects that each succeeds. */
  void types(Path config) {
    for (String block : blocks("")) {
      for (String command : block.strip().lines().toList()) {
        typed.add(command);
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        assertThat(words.remove(0)).isEqualTo("bin/countersign");
        words.replaceAll(
            word -> word.equals("config") ? config : word.equals("routes") ? routes : word);
        words.add("--files"); // the test starts the gateway's servers later
        words.addAll(List.of("--root-of-trust", root(config), "--state", config.getParent()));
        CommandLines.Ended ended = CommandLines.run(words.toArray());
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains("The files are right");
      }
    }
  }

  private static String root(Path config) {
    try {
      return Files.readString(config.resolveSibling("root-of-trust")).strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Path routes() {
    return routes;
  }

  Set<String> touched() {
    return touched;
  }

  List<String> typed() {
    return typed;
  }
}
