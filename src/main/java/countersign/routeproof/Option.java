package countersign.routeproof;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An option of an endpoint that the proof knows.
 *
 * @param name as Camel spells it
 * @param required whether the endpoint must spell it out
 * @param allowed whether a value is allowed
 * @param expected the same in words
 * @param examples values that are allowed; the first one is the usual one
 */
record Option(
    String name,
    boolean required,
    Predicate<String> allowed,
    String expected,
    List<String> examples) {

  static Option must(String name, String value) {
    return new Option(name, true, value::equals, value, List.of(value));
  }

  static Option may(String name, String pattern, String expected, String... examples) {
    return new Option(name, false, matching(pattern), expected, List.of(examples));
  }

  static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  static Option number(String name) {
    return may(name, "[0-9]{1,9}", "a whole number", "1000");
  }

  static Option flag(String name) {
    return may(name, "true|false", "true or false", "true", "false");
  }

  /** Milliseconds, or the placeholder that has them. */
  static Option millis(String name, String placeholder) {
    String own = "{{" + placeholder + "}}";
    return new Option(
        name,
        true,
        matching("[1-9][0-9]{0,5}|" + Pattern.quote(own)),
        "1 to 999999 milliseconds, or " + own,
        List.of(own));
  }

  boolean allows(String value) {
    return allowed.test(value);
  }

  /** The allowed value that is nearest to a wrong one. */
  String nearest(String value) {
    return Keys.nearest(value, examples).orElse(examples.get(0));
  }
}
