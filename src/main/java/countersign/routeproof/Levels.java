package countersign.routeproof;

import java.util.Map;
import java.util.Optional;

/** Says where a known key belongs that is written at another level. Stateless. */
final class Levels {
  private static final String STEP =
      "%s is a step: write it as an item of steps, with as many blanks in front of its hyphen as the other steps have.";
  private static final String ENTRY =
      "%s is an entry of the file: begin its line with \"- \" and no blanks.";
  private static final String BELOW =
      "%s belongs to %s: write it below %2$s, with two blanks more than %2$s has.";
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("steps", "from"),
          Map.entry("uri", "from"),
          Map.entry("parameters", "from"),
          Map.entry("from", "route"),
          Map.entry("routeConfigurationId", "route"),
          Map.entry("errorHandler", "route"),
          Map.entry("ref", "bean"),
          Map.entry("method", "bean"),
          Map.entry("message", "log"),
          Map.entry("loggingLevel", "log"),
          Map.entry("logName", "log"),
          Map.entry("pattern", "removeHeaders"),
          Map.entry("expression", "the step that it is for"),
          Map.entry("simple", "the step that it is for"),
          Map.entry("constant", "the step that it is for"),
          Map.entry("name", "the step that it is for"),
          Map.entry("when", "choice"),
          Map.entry("otherwise", "choice"),
          Map.entry("exception", "onException"),
          Map.entry("handled", "onException"),
          Map.entry("continued", "onException"),
          Map.entry("onException", "routeConfiguration"),
          Map.entry("noErrorHandler", "errorHandler"),
          Map.entry("routeTemplateRef", "templatedRoute"),
          Map.entry("routeId", "templatedRoute"),
          Map.entry("value", "an item of parameters"));

  private Levels() {}

  /** The place of a word that is right elsewhere; empty if it is right nowhere. */
  static Optional<String> advice(String word) {
    if (StepRules.KNOWN.contains(word)) {
      return Optional.of(STEP.formatted(word));
    }
    if (RouteSet.TOP.contains(word)) {
      return Optional.of(ENTRY.formatted(word));
    }
    return Optional.ofNullable(OWNERS.get(word)).map(owner -> BELOW.formatted(word, owner));
  }
}
