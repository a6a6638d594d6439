package countersign.routeproof;

import java.util.regex.Pattern;

/**
 * An option of an endpoint that the proof knows.
 *
 * @param name as Camel spells it
 * @param required whether the endpoint must spell it out
 * @param allowed the values that are allowed
 * @param expected the same in words
 */
record Option(String name, boolean required, Pattern allowed, String expected) {

  static Option must(String name, String value) {
    return new Option(name, true, Pattern.compile(Pattern.quote(value)), value);
  }

  static Option may(String name, String pattern, String expected) {
    return new Option(name, false, Pattern.compile(pattern), expected);
  }

  static Option number(String name) {
    return may(name, "[0-9]{1,9}", "a whole number");
  }

  static Option flag(String name) {
    return may(name, "true|false", "true or false");
  }

  /** Milliseconds, or the placeholder that has them. */
  static Option millis(String name, String placeholder) {
    return new Option(
        name,
        true,
        Pattern.compile("[1-9][0-9]{0,5}|\\{\\{" + Pattern.quote(placeholder) + "}}"),
        "1 to 999999 milliseconds, or {{%s}}".formatted(placeholder));
  }
}
