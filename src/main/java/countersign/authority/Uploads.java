package countersign.authority;

/** The uploads of responses, which another package makes. */
public interface Uploads {

  /**
   * Whether an upload in this scope may be under way: one that was begun, is not known to have
   * ended, and whose time is not over.
   *
   * @param value which agreement, agency, file or officer; {@code *} for {@link Stop.Scope#ALL}
   */
  boolean isUnderWay(Stop.Scope scope, String value);
}
