package countersign.endpoints;

import java.util.Map;

/** The check of what a route writes behind the name of a component with one address. */
final class OneAddress {
  private OneAddress() {}

  /**
   * Refuses any other name and any option.
   *
   * @param name what the route writes behind the component's name
   * @param expected the only endpoint of the component, as a route writes it
   * @param address from the configuration; empty if it is not configured
   */
  static void check(
      String uri, String name, String expected, Map<String, Object> options, Configured address) {
    if (!expected.endsWith(":" + name) || !options.isEmpty()) {
      throw new IllegalArgumentException(
          "The endpoint %s is written %s, without options".formatted(uri, expected));
    }
    if (address.value().isEmpty()) {
      throw new IllegalArgumentException(
          "A route sends to %s, and config/countersign.yaml has no %s. Add it."
              .formatted(uri, address.key()));
    }
  }

  /**
   * An address of the configuration.
   *
   * @param key the key of {@code countersign.yaml}
   * @param value empty if it is not configured
   */
  record Configured(String key, String value) {}
}
