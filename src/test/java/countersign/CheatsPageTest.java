package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of cheats names at least 60, and each of them by a test that exists. */
class CheatsPageTest {
  private static final Path PAGE = Path.of("docs/security/cheats.md");
  private static final Pattern NAMED = Pattern.compile("\\| `(\\w+)\\.(\\w+)` \\|$");

  @Test
  void each_of_at_least_60_cheats_names_a_test_that_exists() throws IOException {
    Map<String, Path> classes = classes();
    List<String> lines =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).skip(2).toList();
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      Matcher named = NAMED.matcher(line);
      if (!named.find() || !has(classes.get(named.group(1)), named.group(2))) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  private static boolean has(Path source, String method) throws IOException {
    return source != null && Files.readString(source).contains(" void " + method + "(");
  }

  private static Map<String, Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, other) -> one));
    }
  }
}
