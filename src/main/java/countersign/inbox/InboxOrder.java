package countersign.inbox;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the files of an inbox are received, as the option {@code sortBy} of a route
 * says it: by name, time or size, perhaps reversed, perhaps several of them. Stateless.
 */
final class InboxOrder {
  private static final String REVERSE = "reverse:";
  private static final String IGNORE_CASE = "ignoreCase:";

  private InboxOrder() {}

  /**
   * The order of an option.
   *
   * @param sortBy such as {@code reverse:file:modified;file:name}; null for the order of names
   */
  static Comparator<InboxEntry> of(@Nullable String sortBy) {
    Comparator<InboxEntry> byName = Comparator.comparing(InboxEntry::wire);
    return sortBy == null
        ? byName
        : Stream.of(sortBy.split(";", -1))
            .map(InboxOrder::one)
            .reduce(Comparator::thenComparing)
            .orElseThrow()
            .thenComparing(byName);
  }

  private static Comparator<InboxEntry> one(String group) {
    boolean reversed = group.startsWith(REVERSE);
    String rest = reversed ? group.substring(REVERSE.length()) : group;
    boolean anyCase = rest.startsWith(IGNORE_CASE);
    String by = anyCase ? rest.substring(IGNORE_CASE.length()) : rest;
    Function<InboxEntry, String> name =
        anyCase ? entry -> entry.name().toLowerCase(Locale.ROOT) : InboxEntry::name;
    Comparator<InboxEntry> order =
        switch (by) {
          case "file:name", "file:onlyname" -> Comparator.comparing(name);
          case "file:modified" -> Comparator.comparingInt(InboxEntry::modified);
          case "file:size", "file:length" -> Comparator.comparingLong(InboxEntry::bytes);
          default ->
              throw new IllegalArgumentException(
                  "sortBy takes file:name, file:modified and file:size, perhaps behind reverse: or ignoreCase:");
        };
    return reversed ? order.reversed() : order;
  }
}
