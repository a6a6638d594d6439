package countersign.check;

import countersign.configuration.Problem;
import countersign.request.Nearest;
import countersign.routefile.RouteProblem;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that {@code check} and {@code run} tell, in the form of {@code --json}.
 *
 * @param code kind of the finding
 * @param fatal whether it prevents the start
 * @param file document or route file; empty if it is about this machine
 * @param line line in the file; 0 if there is none
 * @param key key in the document, or the part of the machine; empty if there is none
 * @param expected what should be there; empty if no form says it
 * @param found what is there; never a secret
 * @param nearest the valid word that was probably meant; empty if none is near
 * @param path the steps to a problem of the routes; empty elsewhere
 * @param now what to do
 * @param text the same as it is printed
 */
public record CheckFinding(
    String code,
    boolean fatal,
    String file,
    int line,
    String key,
    String expected,
    String found,
    String nearest,
    String path,
    String now,
    String text) {
  private static final Pattern SENTENCE =
      Pattern.compile("([A-Z][A-Z0-9_]+)  (?:(.*?) · )?(.*?)\\. (.*)");
  private static final String ONE_OF = "one of ";

  static CheckFinding of(Problem problem, KeyLines lines) {
    int line = problem.path().isEmpty() ? 0 : lines.of(problem.file(), problem.path());
    String near = nearest(problem);
    String now =
        near.isEmpty()
            ? problem.whatNow()
            : "Perhaps %s is meant. %s".formatted(near, problem.whatNow());
    String end = " · expected %s, found %s. ".formatted(problem.expected(), problem.found());
    String printed = problem.toString();
    int at = printed.indexOf(end);
    String text =
        printed.substring(0, at)
            + (line == 0 || problem.path().startsWith("line ") ? "" : ", line " + line)
            + end
            + now;
    return new CheckFinding(
        problem.code().name(),
        problem.code().fatal(),
        problem.file(),
        line,
        problem.path(),
        problem.expected(),
        problem.found(),
        near,
        "",
        now,
        text);
  }

  private static String nearest(Problem problem) {
    String expected = problem.expected();
    String word =
        switch (problem.code()) {
          case UNKNOWN_KEY -> problem.path().substring(problem.path().lastIndexOf('.') + 1);
          case WRONG_VALUE -> problem.found().replace("'", "");
          default -> "";
        };
    // One letter is near to any other one, and nobody should be led to environment P by a slip.
    if (word.length() < 2 || !expected.startsWith(ONE_OF)) {
      return "";
    }
    String list = expected.substring(ONE_OF.length()).replaceAll("].*", "]");
    List<String> words = Arrays.asList(list.replaceAll("[\\[\\]\"]", "").split(", ?", -1));
    return Nearest.of(word, words).orElse("");
  }

  static CheckFinding of(RouteProblem problem) {
    return new CheckFinding(
        RouteProblem.CODE,
        true,
        problem.file(),
        problem.line(),
        "",
        problem.expected(),
        problem.what(),
        problem.nearest(),
        problem.path(),
        problem.now(),
        problem.toString());
  }

  /**
   * A sentence about this machine: {@code CODE part · what is wrong. What to do.} Those who find it
   * write one sentence, because a start tells it in its log or in an exception; only {@code --json}
   * needs its parts. A sentence of another form is told whole.
   */
  static CheckFinding ofMachine(String sentence, boolean fatal) {
    Matcher parts = SENTENCE.matcher(sentence);
    boolean read = parts.matches();
    return new CheckFinding(
        read ? parts.group(1) : "MACHINE",
        fatal,
        "",
        0,
        read && parts.group(2) != null ? parts.group(2) : "",
        "",
        read ? parts.group(3) : sentence,
        "",
        "",
        read ? parts.group(4) : "",
        sentence);
  }

  @Override
  public String toString() {
    return text;
  }
}
