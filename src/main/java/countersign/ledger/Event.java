package countersign.ledger;

import countersign.request.Actor;
import countersign.request.Verb;
import java.security.SecureRandom;
import java.time.Instant;
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
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    salt = salt.clone();
    if (salt.length != 32) {
      throw new IllegalArgumentException("An event carries 32 random bytes, not " + salt.length);
    }
  }

  /** An event with fresh random bytes. */
  public static Event of(
      Verb verb, String subject, Instant at, Actor actor, Map<String, String> facts) {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return new Event(verb, subject, at, actor, facts, salt);
  }

  @Override
  public byte[] salt() {
    return salt.clone();
  }
}
