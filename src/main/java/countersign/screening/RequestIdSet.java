package countersign.screening;

import countersign.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The request ids of a file, as 64-bit hashes under a random salt: eight bytes instead of about a
 * hundred for each id. Two different ids of the largest file collide once in ten million such
 * files, and a sender cannot cause a collision, because the salt is secret.
 */
final class RequestIdSet {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] salt = new byte[16];
  private long[] table = new long[1 << 12];
  private int size;

  RequestIdSet() {
    RANDOM.nextBytes(salt);
  }

  /** Hash of an id; never 0. Thread-safe. */
  long hash(String id) {
    MessageDigest sha256 = Sha256.start();
    sha256.update(salt);
    byte[] digest = sha256.digest(id.getBytes(StandardCharsets.UTF_8));
    long hash = 0;
    for (int i = 0; i < 8; i++) {
      hash = (hash << 8) | (digest[i] & 0xff);
    }
    return hash == 0 ? 1 : hash;
  }

  /** Adds an id by its hash; false if it was already present. */
  boolean add(long hash) {
    if (size >= table.length / 5 * 4) {
      grow();
    }
    boolean added = put(table, hash);
    size += added ? 1 : 0;
    return added;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
    table = larger;
  }

  private static boolean put(long[] table, long hash) {
    int at = (int) hash & (table.length - 1);
    while (table[at] != 0) {
      if (table[at] == hash) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = hash;
    return true;
  }
}
