package countersign.request;

/**
 * Who did something.
 *
 * @param kind what sort of actor
 * @param id account, partner or component name; never a taxpayer's
 */
public record Actor(Kind kind, String id) {
  /** The gateway itself. */
  public static final Actor GATEWAY = new Actor(Kind.GATEWAY, "gateway");

  /** Sorts of actors. */
  public enum Kind {
    /** A step or a timer of the gateway. */
    GATEWAY,
    /** A partner, by what it put in its inbox. */
    PARTNER,
    /** A person with an account. */
    PERSON
  }

  /** Checks that an id is one word. */
  public Actor {
    if (!id.matches("[A-Za-z0-9._@-]{1,64}")) {
      throw new IllegalArgumentException("An actor's id is 1 to 64 of A-Z a-z 0-9 . _ @ -");
    }
  }

  /** A person with an account. */
  public static Actor person(String account) {
    return new Actor(Kind.PERSON, account);
  }

  /** A partner. */
  public static Actor partner(String partner) {
    return new Actor(Kind.PARTNER, partner);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
  }
}
