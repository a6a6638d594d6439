package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Source rules that the compiler does not check: length of files and methods, number of parameters,
 * banned calls and phrases, suppressions.
 */
class SourceRulesTest {
  private static final Path MAIN = Path.of("src/main/java");

  /**
   * Maximum number of suppressions. Raise it only with a reason in a comment at the suppression.
   */
  private static final int SUPPRESSIONS = 0;

  @Test
  void no_file_is_longer_than_300_lines() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> all = new ArrayList<>(sources(MAIN));
    all.addAll(sources(Path.of("src/test/java")));
    for (Path file : all) {
      long lines = Files.readAllLines(file, StandardCharsets.UTF_8).size();
      if (lines > 300) {
        wrong.add(file + " has " + lines);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The two generations have different defaults and can parse the same text differently. */
  @Test
  void only_one_generation_of_jackson_reads_and_writes_json() throws IOException {
    Pattern older = Pattern.compile("com\\.fasterxml\\.jackson\\.(core|databind|dataformat)\\.");
    List<Path> files = new ArrayList<>(sources(MAIN));
    files.addAll(sources(Path.of("src/test/java")));
    for (Path file : files) {
      assertThat(older.matcher(Files.readString(file)).find()).as("%s", file).isFalse();
    }
  }

  @Test
  void no_method_is_longer_than_30_lines_and_no_constructor_takes_more_than_6_parameters()
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> wrong = new ArrayList<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(MAIN)));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (var unit : task.parse()) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long to = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            String where = unit.getSourceFile().getName() + ":" + from + " " + method.getName();
            if (method.getBody() != null && to - from + 1 > 30) {
              wrong.add(where + " has " + (to - from + 1) + " lines");
            }
            boolean ofRecord =
                getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
            if (method.getReturnType() == null && !ofRecord && method.getParameters().size() > 6) {
              wrong.add(where + " takes " + method.getParameters().size());
            }
            return super.visitMethod(method, null);
          }
        }.scan(unit, null);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_sources_contain_nothing_banned() throws IOException {
    Pattern banned =
        Pattern.compile(
            "new RuntimeException|new Error\\(|printStackTrace|@Autowired|\\blombok\\b|\\bTO"
                + "DO\\b|\\bFIX"
                + "ME\\b|Thread\\.sleep");
    List<String> wrong = new ArrayList<>();
    for (Path file : sources(MAIN)) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        boolean prints =
            lines.get(i).contains("System.out")
                && !file.toString().matches(".*/(cli|partnertool)/.*");
        if (banned.matcher(lines.get(i)).find() || prints) {
          wrong.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_number_of_suppressions_is_limited() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(MAIN)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.contains("@SuppressWarnings")) {
          found.add(file + " " + line.strip());
        }
      }
    }
    assertThat(found).hasSizeLessThanOrEqualTo(SUPPRESSIONS);
  }

  @Test
  void no_file_names_a_registry_or_a_machine() throws IOException {
    Pattern hosts =
        Pattern.compile(
            "repo\\.maven|maven\\.org|npmjs\\.(org|com)|deb\\.debian|/wo" + "rk/(main|wt)");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of("."))) {
      for (Path file : all.filter(SourceRulesTest::isOurs).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (hosts.matcher(text).find() && !file.endsWith("SourceRulesTest.java")) {
          wrong.add(file.toString());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isOurs(Path file) {
    String path = file.toString();
    return Files.isRegularFile(file)
        && !path.matches("\\./(target|var|\\.git)(/.*)?")
        && !path.contains("node_modules");
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }
}
