package countersign.configuration;

import countersign.routefile.RouteProblem;
import countersign.routefile.YamlFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds and parses the documents of a configuration directory. Stateless. */
final class Documents {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Documents() {}

  /**
   * A document as read from disk, before validation.
   *
   * @param path relative to the configuration directory, with slashes
   * @param tree null if the file could not be parsed
   */
  record Raw(DocumentKind kind, String path, byte[] bytes, @Nullable JsonNode tree) {
    String id() {
      return DocumentKind.idOf(path);
    }
  }

  /**
   * Reads every document, sorted by path. Files that cannot be read or are unknown are reported as
   * problems.
   *
   * @param instead replacement files by the path of the document they replace
   */
  static List<Raw> read(Path directory, Map<String, Path> instead, Consumer<Problem> problems) {
    List<Raw> documents = new ArrayList<>();
    for (String folder : DocumentKind.folders()) {
      for (String name : names(directory.resolve(folder), problems)) {
        String path = folder + name;
        DocumentKind.of(path)
            .ifPresentOrElse(
                kind ->
                    documents.add(
                        parse(
                            instead.getOrDefault(path, directory.resolve(path)),
                            kind,
                            path,
                            problems)),
                () -> stray(path, problems));
      }
    }
    return documents;
  }

  private static List<String> names(Path folder, Consumer<Problem> problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.accept(unreadable(folder.toString(), "a folder that can be listed", e));
      return List.of();
    }
  }

  private static void stray(String path, Consumer<Problem> problems) {
    if (path.matches(".*\\.(yaml|yml|json)")) {
      problems.accept(
          Problem.of(
              Problem.Code.UNKNOWN_FILE, path, "", "a document the gateway knows", "another file"));
    }
  }

  private static Raw parse(Path file, DocumentKind kind, String path, Consumer<Problem> problems) {
    try {
      return parsed(Files.readAllBytes(file), kind, path, problems);
    } catch (IOException e) {
      problems.accept(unreadable(path, "a file that can be read", e));
      return new Raw(kind, path, new byte[0], null);
    }
  }

  /** A document of which there is one, from its bytes. */
  static Raw parsed(byte[] bytes, DocumentKind kind, Consumer<Problem> problems) {
    return parsed(bytes, kind, kind.path(), problems);
  }

  private static Raw parsed(
      byte[] bytes, DocumentKind kind, String path, Consumer<Problem> problems) {
    try {
      JsonNode tree = YAML.readTree(bytes);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        return new Raw(kind, path, bytes, YAML.createObjectNode()); // its schema names every key
      }
      if (tree.isObject()) {
        return new Raw(kind, path, bytes, tree);
      }
      problems.accept(
          Problem.of(Problem.Code.UNREADABLE, path, "", "keys and values", "none of them"));
    } catch (JacksonException e) {
      problems.accept(unreadable(path, bytes, e));
    }
    return new Raw(kind, path, bytes, null);
  }

  /** In the words in which a fault of a route file is told. */
  private static Problem unreadable(String path, byte[] bytes, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException fault) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      RouteProblem told = YamlFault.of(path, text, text, fault).problems().get(0);
      return Problem.of(
              Problem.Code.UNREADABLE,
              path,
              "line " + told.line(),
              "one YAML document",
              told.what().replaceFirst("^the file is not YAML: ", ""))
          .curedBy(told.now() + " The rest of the file was not checked.");
    }
    return Problem.of(
        Problem.Code.UNREADABLE, path, position(e), "one YAML document", firstLine(e));
  }

  private static Problem unreadable(String path, String expected, IOException e) {
    return Problem.of(Problem.Code.UNREADABLE, path, "", expected, described(e));
  }

  private static String described(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    return e instanceof AccessDeniedException
        ? "one that this user may not read"
        : "one that cannot be read now";
  }

  private static String position(JacksonException e) {
    return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    String line = message == null ? "something else" : message.lines().findFirst().orElse("");
    return line.replaceFirst("^Duplicate Object property \"(.*)\"$", "the key $1 twice");
  }
}
