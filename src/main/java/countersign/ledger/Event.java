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
 * One action that the ledger records.
 *
 * @param verb the action
 * @param subject id of a file, request, slice, response, acknowledgement, stop or document
 * @param at when it happened, UTC, whole milliseconds
 * @param actor who performed it
 * @param facts ids, codes that the partner may see, counts, digests, sorted by name; never a
 *     person's data
 * @param salt 32 random bytes, so that the content of an event cannot be guessed from its hash
 */
public record Event(
    Verb verb, String subject, Instant at, Actor actor, Map<String, String> facts, byte[] salt) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Makes an unmodifiable, sorted copy of the facts and a copy of the salt.
   *
   * @throws IllegalArgumentException if the salt does not have 32 bytes or {@code at} is finer than
   *     a millisecond
   */
  public Event {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    salt = salt.clone();
    if (salt.length != 32) {
      throw new IllegalArgumentException("An event carries 32 random bytes, not " + salt.length);
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException(
          "An event has the time %s; the ledger allows whole milliseconds only".formatted(at));
    }
  }

  /** Creates an event with a fresh salt; truncates the time to milliseconds. */
  public static Event of(
      Verb verb, String subject, Instant at, Actor actor, Map<String, String> facts) {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return new Event(verb, subject, at.truncatedTo(ChronoUnit.MILLIS), actor, facts, salt);
  }

  /**
   * Canonical bytes, which are stored and hashed as a leaf: always the same for the same event.
   *
   * @see EventJson the format
   */
  public byte[] canonical() {
    return EventJson.write(this);
  }

  /**
   * Parses canonical bytes.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical form of an event
   */
  public static Event parse(byte[] canonical) {
    return EventJson.read(canonical);
  }

  @Override
  public byte[] salt() {
    return salt.clone();
  }
}
