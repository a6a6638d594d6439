package countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The string expressions in the Java files of a folder. Literals that are joined with {@code +} are
 * one expression; a named constant in it is replaced by its text, anything else by {@code {}}.
 */
final class SourceTexts {
  private static final Pattern TOKEN =
      Pattern.compile(
          "/\\*(?s:.*?)\\*/|//[^\n]*"
              + "|\"\"\"(?<block>(?s:.*?))\"\"\""
              + "|\"(?<line>(?:[^\"\\\\]|\\\\.)*)\""
              + "|'(?:[^'\\\\]|\\\\.)+'"
              + "|(?<name>[A-Za-z_][\\w.]*(?:\\(\\))?)"
              + "|(?<sign>\\S)");

  private final Map<String, List<String>> texts = new TreeMap<>();
  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, String> constants = new HashMap<>();

  private SourceTexts() {}

  /** Reads every Java file below {@code root}, except in the packages named. */
  static SourceTexts below(Path root, List<String> exceptPackages) {
    SourceTexts sources = new SourceTexts();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!exceptPackages.contains(String.valueOf(file.getParent().getFileName()))) {
          sources.sources.put(
              file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Twice: a constant may be used in a file that comes before the one that defines it.
    sources.sources.forEach(sources::read);
    sources.sources.forEach(sources::read);
    return sources;
  }

  /** All expressions. */
  List<String> all() {
    return texts.values().stream().flatMap(List::stream).toList();
  }

  /** The text of every file. */
  List<String> files() {
    return List.copyOf(sources.values());
  }

  private void read(String type, String source) {
    List<String> found = new ArrayList<>();
    List<MatchResult> tokens = tokens(source);
    int i = 0;
    while (i < tokens.size()) {
      StringBuilder text = new StringBuilder();
      int next = expression(type, tokens, i, text);
      if (next == i) {
        i++;
        continue;
      }
      found.add(text.toString());
      if (i > 1 && tokens.get(i - 1).group().equals("=")) {
        constants.put(type + "." + tokens.get(i - 2).group(), text.toString());
      }
      i = next;
    }
    texts.put(type, found);
  }

  private static List<MatchResult> tokens(String source) {
    List<MatchResult> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      if (!token.group().startsWith("/*") && !token.group().startsWith("//")) {
        tokens.add(token.toMatchResult());
      }
    }
    return tokens;
  }

  /**
   * Reads terms that are joined with plus signs.
   *
   * @return the position after them; {@code start} if there is no literal among them
   */
  private int expression(String type, List<MatchResult> tokens, int start, StringBuilder text) {
    boolean literal = false;
    int i = start;
    while (i < tokens.size()) {
      String term = term(type, tokens.get(i));
      if (term == null) {
        break;
      }
      literal |= "\"".equals(tokens.get(i).group().substring(0, 1));
      text.append(term);
      i++;
      if (i >= tokens.size() || !tokens.get(i).group().equals("+")) {
        break;
      }
      i++;
    }
    return literal ? i : start;
  }

  private @org.jspecify.annotations.Nullable String term(String type, MatchResult token) {
    String written = token.group();
    if (written.startsWith("\"\"\"")) {
      return written.substring(3, written.length() - 3);
    }
    if (written.startsWith("\"")) {
      return written.substring(1, written.length() - 1);
    }
    if (Character.isJavaIdentifierStart(written.charAt(0))) {
      String constant = constants.get(type + "." + written);
      return constant != null ? constant : constants.getOrDefault(written, "{}");
    }
    return null;
  }
}
