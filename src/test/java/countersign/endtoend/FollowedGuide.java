package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide of docs/guides that is followed command by command in a folder of its own, which has a
 * demo's {@code config/} and the shipped {@code routes/}.
 */
final class FollowedGuide {
  private static final Pattern BLOCK = Pattern.compile("```(yaml|)\n(.*?)```", Pattern.DOTALL);

  private final Path home;
  private final Path folder;
  private final Map<String, String> names;
  private final List<String> commands = new ArrayList<>();
  private final List<String> yaml = new ArrayList<>();
  private int typed;

  /**
   * Prepares to follow a guide.
   *
   * @param home the demo's folder
   * @param folder a new folder to type in
   * @param names what stands in the guide for something of this machine
   */
  FollowedGuide(String page, Path home, Path folder, Map<String, String> names) throws IOException {
    this.home = home;
    this.folder = Files.createDirectories(folder);
    this.names = names;
    String text = Files.readString(Path.of("docs/guides", page));
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      (block.group(1).isEmpty() ? commands : yaml).add(named(block.group(2)));
    }
    for (Map.Entry<String, String> name : names.entrySet()) {
      assertThat(text).as(page).contains(name.getKey());
    }
    OpenSshServer.run("cp", "-a", home.resolve("config").toString(), folder.toString());
    OpenSshServer.run("cp", "-a", "routes", folder.toString());
  }

  private String named(String text) {
    String found = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      found = found.replace(name.getKey(), name.getValue());
    }
    return found;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** A block of YAML. */
  String yaml(int block) {
    return yaml.get(block);
  }

  /** Types the next block, in which every command succeeds; returns what was printed. */
  String types() throws IOException {
    return types(0, Map.of());
  }

  /** Types the next block, whose last command ends so. */
  String types(int exit) throws IOException {
    return types(exit, Map.of());
  }

  /** Types the next block as the person who signs documents. */
  void signs(String who) throws IOException {
    Path ring = home.resolveSibling("gpg-" + who);
    try (Gpg gpg = new Gpg(ring)) {
      gpg.imports(home.resolve("secrets/signatories").resolve(who + ".sec.asc"));
      types(0, Map.of("GNUPGHOME", ring.toString()));
    }
  }

  private String types(int exit, Map<String, String> environment) throws IOException {
    StringBuilder printed = new StringBuilder();
    List<String> lines = commands.get(typed++).strip().lines().toList();
    for (String line : lines) {
      int expected = line.equals(lines.get(lines.size() - 1)) ? exit : 0;
      if (line.startsWith("bin/countersign ")) {
        printed.append(countersign(line, expected));
      } else {
        StringBuilder set = new StringBuilder();
        environment.forEach((name, value) -> set.append(name + "=" + value + " "));
        printed.append(OpenSshServer.run("sh", "-c", "cd %s && %s%s".formatted(folder, set, line)));
      }
    }
    return printed.toString();
  }

  private String countersign(String line, int expected) throws IOException {
    List<Object> words = new ArrayList<>();
    Arrays.stream(line.split(" ")).skip(1).forEach(word -> words.add(word(word)));
    if (words.contains("--config")) {
      words.addAll(List.of("--root-of-trust", RunningGateway.root(home.resolve("config"))));
    }
    if (words.contains("check")) {
      words.addAll(List.of("--state", home));
    }
    CommandLines.Ended ended = CommandLines.run(words.toArray());
    assertThat(ended.exit()).as(line + "\n" + ended.out() + ended.err()).isEqualTo(expected);
    return ended.out() + ended.err();
  }

  /** Names of files are those of the folder, because the command runs in another one. */
  private String word(String word) {
    boolean file = word.equals("config") || word.contains(".") || word.startsWith("next");
    return file ? folder.resolve(word).toString() : word;
  }

  /** Whether every block was typed. */
  void assertFinished() {
    assertThat(typed).isEqualTo(commands.size()).isPositive();
  }
}
