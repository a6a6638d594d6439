package countersign.console;

import countersign.access.Permission;
import countersign.request.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part that all pages share: account, navigation and warnings.
 *
 * @param account account that is signed in; null before sign-in
 * @param roles readable names of the account's roles; empty before sign-in
 * @param items navigation items that the account may open
 * @param test whether this gateway is for synthetic data only
 * @param root fingerprint of the first signatories, to which this installation is bound; empty if
 *     nobody's signature counts
 * @param stopped message about a stop on every disclosure; null if none is in force
 */
public record PageLayout(
    @Nullable String account,
    String roles,
    List<Item> items,
    boolean test,
    String root,
    @Nullable String stopped) {
  private static final List<Item> ALL =
      List.of(
          new Item("/work-list", "Work-list", false),
          new Item("/control-cases", "Control cases", false),
          new Item("/files", "Files", false),
          new Item("/queues", "Queues", false),
          new Item("/partners", "Partners", false),
          new Item("/due", "After delivery", false),
          new Item("/recalls", "Recalls", false),
          new Item("/incidents", "Incidents", false),
          new Item("/stops", "Stops", false),
          new Item("/ledger", "Ledger", false),
          new Item("/routes", "Routes", false),
          new Item("/passkey", "Passkey", false),
          new Item("/accounts", "Accounts", false),
          new Item("/access", "Access record", false));

  public PageLayout {
    items = List.copyOf(items);
  }

  /**
   * A navigation item.
   *
   * @param path path of the page
   * @param name text of the link
   * @param current whether the link leads to the current page or to its parent page
   */
  record Item(String path, String name, boolean current) {}

  /** The layout before sign-in. */
  static PageLayout outside(Environment environment, String root) {
    return new PageLayout(null, "", List.of(), environment == Environment.T, root, null);
  }

  /** The layout for a signed-in caller at a path. */
  static PageLayout of(
      Caller caller, String path, Environment environment, String root, @Nullable String stopped) {
    List<String> roles = caller.roles().stream().sorted().map(role -> words(role.name())).toList();
    List<Item> items =
        ALL.stream()
            .filter(item -> may(caller, item.path()))
            .map(item -> new Item(item.path(), item.name(), isAt(path, item.path())))
            .toList();
    return new PageLayout(
        caller.account(),
        String.join(", ", roles),
        items,
        environment == Environment.T,
        root,
        stopped);
  }

  private static boolean isAt(String path, String item) {
    return path.startsWith(item) || (item.equals("/work-list") && path.startsWith("/requests/"));
  }

  private static boolean may(Caller caller, String path) {
    return Permission.mayGet(path, caller.roles());
  }

  /** Makes a constant's name readable, such as {@code FIRST_REVIEWER} as "first reviewer". */
  public static String words(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
