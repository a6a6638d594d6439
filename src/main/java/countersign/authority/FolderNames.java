package countersign.authority;

import java.util.Set;
import java.util.TreeSet;

/**
 * Names of a partner's folders on its server, relative to the folder of the login.
 *
 * @param inbox the folder from which the gateway reads
 * @param outbox the folder to which it uploads
 * @param archive the folder of read files
 * @param rejected the folder of rejected files
 */
public record FolderNames(String inbox, String outbox, String archive, String rejected) {
  /** The names that the exchange profile gives them. */
  public static final FolderNames PUBLISHED =
      new FolderNames("inbox", "outbox", "archive", "rejected");

  /**
   * The name of the folder with a role.
   *
   * @param role {@code inbox}, {@code outbox}, {@code archive} or {@code rejected}
   */
  public String of(String role) {
    return switch (role) {
      case "inbox" -> inbox;
      case "outbox" -> outbox;
      case "archive" -> archive;
      case "rejected" -> rejected;
      default -> throw new IllegalArgumentException("No folder has the role " + role);
    };
  }

  /** The roles of {@code inbox} and {@code outbox} whose folder has another name, sorted. */
  public Set<String> renamed() {
    Set<String> roles = new TreeSet<>(Set.of("inbox", "outbox"));
    roles.removeIf(role -> of(role).equals(role));
    return roles;
  }
}
