package countersign.ledger;

import countersign.request.Actor;
import countersign.request.Verb;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that happened.
 *
 * @param verb what
 * @param subject id of a file, request, slice, response, acknowledgement, stop or document
 * @param at when, UTC, whole milliseconds
 * @param actor who
 * @param facts ids, outward codes, counts, digests; never a person's data; sorted by name
 * @param salt 32 random bytes, so that nobody finds out a leaf's content by guessing
 */
public record Event(
    Verb verb, String subject, Instant at, Actor actor, Map<String, String> facts, byte[] salt) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Copies what could change. */
  public Event {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    salt = salt.clone();
    if (salt.length != 32) {
      throw new IllegalArgumentException("An event carries 32 random bytes, not " + salt.length);
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException(
          "An event is timed to %s; the ledger keeps milliseconds".formatted(at));
    }
  }

  /** An event with fresh random bytes; what is finer than a millisecond is cut off. */
  public static Event of(
      Verb verb, String subject, Instant at, Actor actor, Map<String, String> facts) {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return new Event(verb, subject, at.truncatedTo(ChronoUnit.MILLIS), actor, facts, salt);
  }

  /**
   * The bytes that are stored and are the leaf's input: always the same for the same event.
   *
   * @see EventJson the format
   */
  public byte[] canonical() {
    return EventJson.write(this);
  }

  /**
   * The event that has these canonical bytes.
   *
   * @throws IllegalArgumentException if no event has them
   */
  public static Event parse(byte[] canonical) {
    return EventJson.read(canonical);
  }

  @Override
  public byte[] salt() {
    return salt.clone();
  }
}
