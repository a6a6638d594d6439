package countersign.request;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The person, partner or component that performs an action.
 *
 * @param kind sort of actor
 * @param id account name, partner id or component name, 1 to 64 characters; never a taxpayer's name
 *     or number
 * @param signer signs the events of a person's action; null if they are not signed
 * @param at the time of the action, if the person saw it and signed it shortly before it is
 *     recorded; null if it is the time of recording
 */
public record Actor(Kind kind, String id, @Nullable ActionSigner signer, @Nullable Instant at) {
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

  /** An actor who signs nothing. */
  public Actor(Kind kind, String id) {
    this(kind, id, null, null);
  }

  /** The same actor, whose events are signed. */
  public Actor signing(ActionSigner with) {
    return new Actor(kind, id, with, at);
  }

  /** The same actor, whose action has this time. */
  public Actor at(Instant time) {
    return new Actor(kind, id, signer, time);
  }

  /** Returns the actor for a person with this account name. */
  public static Actor person(String account) {
    return new Actor(Kind.PERSON, account);
  }

  /** Returns the actor for the partner with this id. */
  public static Actor partner(String partner) {
    return new Actor(Kind.PARTNER, partner);
  }

  /** Whether both are the same actor, with or without a key. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Actor actor && actor.kind == kind && actor.id.equals(id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, id);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
  }
}
