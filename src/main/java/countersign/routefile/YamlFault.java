package countersign.routefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Says in which line a text stops being YAML. The parser names the line where it gave up, which for
 * an open quotation mark or bracket is a later one. Stateless.
 */
public final class YamlFault {
  private YamlFault() {}

  /**
   * The refusal of a text.
   *
   * @param text what was read
   * @param whole the text of the file
   */
  public static Refusal of(
      String file, String text, String whole, MarkedYamlEngineException fault) {
    String context = String.valueOf(fault.getContext());
    String problem = String.valueOf(fault.getProblem());
    int found = line(fault.getProblemMark());
    int began = fault.getContextMark().isPresent() ? line(fault.getContextMark()) : found;
    if (context.contains("quoted scalar")) {
      return quote(file, began);
    }
    Optional<Integer> open = openQuote(text, found);
    if (open.isPresent()) {
      return quote(file, open.get());
    }
    if (context.contains("flow node")) {
      return bracket(file, text, found);
    }
    if (context.contains("flow")) {
      return bracket(file, context, began, found);
    }
    if (context.contains("simple key") || problem.contains("could not find expected ':'")) {
      return said(
          file,
          began,
          "the line has a key without a colon",
          "Write a colon and a blank behind the key: uri: direct:request.");
    }
    return problem.contains("block end") || context.contains("block")
        ? indentation(file, whole, found)
        : character(file, problem, found);
  }

  private static Refusal character(String file, String problem, int found) {
    if (problem.contains("TAB") || problem.contains("\\t")) {
      return said(
          file,
          found,
          "a tab stands where only blanks may stand",
          "Write blanks instead of the tab.");
    }
    if (problem.contains("mapping values are not allowed")) {
      return said(
          file,
          found,
          "a second key stands where a value is expected",
          "Put a value that has a colon into quotation marks, or give this line as many blanks as the key has that it belongs beside.");
    }
    return said(
        file,
        found,
        oneLine(problem),
        "Correct the indentation, the brackets or the quotation marks at this line.");
  }

  private static Refusal said(String file, int line, String what, String now) {
    return Refusal.at(new Place(file, line), "the file is not YAML: " + what, now);
  }

  private static Refusal quote(String file, int line) {
    return said(
        file,
        line,
        "a quotation mark is opened and not closed in the same line",
        "Close the quotation mark in this line.");
  }

  /** The file ends, or goes on, within a bracket: the last one that is open there is named. */
  private static Refusal bracket(String file, String text, int found) {
    StringBuilder open = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    int line = 0;
    for (String each : text.lines().limit(found).toList()) {
      line++;
      String bare = each.replaceAll("\"[^\"]*\"|'[^']*'|(^|\\s)#.*", "");
      for (int i = 0; i < bare.length(); i++) {
        char letter = bare.charAt(i);
        if (letter == '[' || letter == '{') {
          open.append(letter);
          lines.add(line);
        } else if ((letter == ']' || letter == '}') && !lines.isEmpty()) {
          open.setLength(open.length() - 1);
          lines.remove(lines.size() - 1);
        }
      }
    }
    String context = open.isEmpty() || open.charAt(open.length() - 1) == '[' ? "sequence" : "";
    return bracket(file, context, lines.isEmpty() ? found : lines.get(lines.size() - 1), found);
  }

  private static Refusal bracket(String file, String context, int began, int found) {
    boolean list = context.contains("sequence");
    return said(
        file,
        began,
        "the bracket %s is not closed%s"
            .formatted(list ? "[" : "{", found == began ? "" : " before line " + found),
        "Close it with %s, or write the comma that is missing between two items."
            .formatted(list ? "]" : "}"));
  }

  /** Compares the line with the nearest items of a list, which a step must be level with. */
  private static Refusal indentation(String file, String text, int found) {
    List<String> lines = text.lines().toList();
    int wrong = Math.min(found, lines.size());
    int before = item(lines, wrong - 1);
    int second = before == 0 ? 0 : item(lines, before - 1);
    int has = blanks(lines.get(wrong - 1));
    if (second > 0
        && has == blanks(lines.get(second - 1))
        && has != blanks(lines.get(before - 1))) {
      return level(file, before, blanks(lines.get(before - 1)), second, has);
    }
    if (before > 0 && has != blanks(lines.get(before - 1))) {
      return level(file, wrong, has, before, blanks(lines.get(before - 1)));
    }
    return said(
        file,
        wrong,
        "the line has %d blanks in front, which fits no line above it".formatted(has),
        "Give it as many blanks as the line above has that it belongs beside.");
  }

  private static Refusal level(String file, int wrong, int has, int like, int wanted) {
    return said(
        file,
        wrong,
        "the line has %d blanks in front, and the list item in line %d has %d"
            .formatted(has, like, wanted),
        "Give it %d blanks if it is an item of the same list.".formatted(wanted));
  }

  /** The nearest line at or above this one that begins an item of a list; 0 if there is none. */
  private static int item(List<String> lines, int from) {
    int at = from;
    while (at > 0 && !lines.get(at - 1).strip().startsWith("- ")) {
      at--;
    }
    return at;
  }

  private static int blanks(String line) {
    return line.length() - line.stripLeading().length();
  }

  /**
   * The line of a text in quotation marks that goes over several lines and ends where the parser
   * gave up: its end is the beginning of another text.
   */
  private static Optional<Integer> openQuote(String text, int found) {
    LoadSettings settings = LoadSettings.builder().build();
    ScannerImpl scanner = new ScannerImpl(settings, new StreamReader(settings, text));
    Optional<Integer> open = Optional.empty();
    try {
      while (scanner.hasNext()) {
        Token token = scanner.next();
        if (token instanceof ScalarToken scalar
            && (scalar.getStyle() == ScalarStyle.DOUBLE_QUOTED
                || scalar.getStyle() == ScalarStyle.SINGLE_QUOTED)
            && line(scalar.getStartMark()) < line(scalar.getEndMark())
            && line(scalar.getEndMark()) <= found) {
          open = Optional.of(line(scalar.getStartMark()));
        }
      }
      return open;
    } catch (MarkedYamlEngineException e) {
      return String.valueOf(e.getContext()).contains("quoted scalar")
          ? e.getContextMark().map(mark -> mark.getLine() + 1)
          : open;
    } catch (YamlEngineException e) {
      return open;
    }
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
