package countersign.request;

/**
 * The person, partner or component that performs an action.
 *
 * @param kind sort of actor
 * @param id account name, partner id or component name, 1 to 64 characters; never a taxpayer's name
 *     or number
 */
public record Actor(Kind kind, String id) {
  /** The gateway itself. */
  public static final Actor GATEWAY = new Actor(Kind.GATEWAY, "gateway");

  /** Sorts of actors. */
  public enum Kind {
    /** A step or a timer of the gateway. */
    GATEWAY,
    /** A partner, identified by the inbox through which its file arrived. */
    PARTNER,
    /** A person with an account. */
    PERSON
  }

  /**
   * Checks the characters and the length of the id.
   *
   * @throws IllegalArgumentException if {@code id} is not 1 to 64 of A-Z a-z 0-9 . _ @ -
   */
  public Actor {
    if (!id.matches("[A-Za-z0-9._@-]{1,64}")) {
      throw new IllegalArgumentException("An actor's id is 1 to 64 of A-Z a-z 0-9 . _ @ -");
    }
  }

  /** Returns the actor for a person with this account name. */
  public static Actor person(String account) {
    return new Actor(Kind.PERSON, account);
  }

  /** Returns the actor for the partner with this id. */
  public static Actor partner(String partner) {
    return new Actor(Kind.PARTNER, partner);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
  }
}
