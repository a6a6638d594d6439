package countersign.console;

import countersign.access.Permission;
import countersign.request.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page carries around its own content.
 *
 * @param account who is signed in; null before
 * @param roles theirs, for people to read; empty before
 * @param items where they may go
 * @param test whether this gateway is for synthetic data only
 * @param stopped what stands in the way of every release; null if nothing does
 */
record PageLayout(
    @Nullable String account,
    String roles,
    List<Item> items,
    boolean test,
    @Nullable String stopped) {
  private static final List<Item> ALL =
      List.of(
          new Item("/work-list", "Work-list", false),
          new Item("/files", "Files", false),
          new Item("/queues", "Queues", false),
          new Item("/stops", "Stops", false));

  PageLayout {
    items = List.copyOf(items);
  }

  /**
   * One place to go.
   *
   * @param path where
   * @param name as it is written
   * @param current whether it is the page that is shown, or the one above it
   */
  record Item(String path, String name, boolean current) {}

  /** The frame before anybody signed in. */
  static PageLayout outside(Environment environment) {
    return new PageLayout(null, "", List.of(), environment == Environment.T, null);
  }

  /** The frame for somebody at a page. */
  static PageLayout of(
      Caller caller, String path, Environment environment, @Nullable String stopped) {
    List<String> roles = caller.roles().stream().sorted().map(role -> words(role.name())).toList();
    List<Item> items =
        ALL.stream()
            .filter(item -> may(caller, item.path()))
            .map(item -> new Item(item.path(), item.name(), isAt(path, item.path())))
            .toList();
    return new PageLayout(
        caller.account(), String.join(", ", roles), items, environment == Environment.T, stopped);
  }

  private static boolean isAt(String path, String item) {
    return path.startsWith(item) || (item.equals("/work-list") && path.startsWith("/requests/"));
  }

  private static boolean may(Caller caller, String path) {
    return Permission.mayGet(path, caller.roles());
  }

  /** {@code FIRST_REVIEWER} as "first reviewer". */
  static String words(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
