package countersign.kit;

import countersign.pgp.Certificate;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The test keys of a kit.
 *
 * @param gateway decrypts request files and signs answers
 * @param requester the key of HOA-001, which signs request files
 * @param agency the key that decrypts acknowledgements; it may not sign request files
 * @param stranger a key that nobody has pinned
 * @param officers the keys that decrypt responses, by officer
 */
record KitKeys(
    SecretKey gateway,
    SecretKey requester,
    SecretKey agency,
    SecretKey stranger,
    Map<String, SecretKey> officers) {
  private static final Duration AGE = Duration.ofDays(60);
  private static final Duration VALIDITY = Duration.ofDays(1_460);

  /** Makes an immutable copy of the map. */
  KitKeys {
    officers = Map.copyOf(officers);
  }

  /** Makes keys that are two months old and valid for four years. */
  static KitKeys make(Iterable<String> officers, Instant at) {
    Map<String, SecretKey> made = new TreeMap<>();
    officers.forEach(officer -> made.put(officer, key("Kit officer " + officer, at)));
    return new KitKeys(
        key("Kit gateway", at),
        key("Kit requester HOA-001", at),
        key("Kit agency DHS-ICE", at),
        key("Kit stranger", at),
        made);
  }

  private static SecretKey key(String userId, Instant at) {
    return KeyMaker.make(userId, at.minus(AGE), VALIDITY);
  }

  Certificate gatewayCertificate() {
    return gateway.certificate();
  }
}
