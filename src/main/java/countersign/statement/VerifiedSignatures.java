package countersign.statement;

import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Remembers in memory which signatures fit which key and bytes, so that release, seal and upload do
 * not each verify what was verified when the person signed. Only this is remembered: whether the
 * key counts, and whether the statement says what it must, is checked every time. A signature that
 * does not fit is verified every time. Nothing of this is stored. Thread-safe.
 */
final class VerifiedSignatures {
  /** The most signatures that are remembered: about 8 MB. */
  private static final int MOST = 50_000;

  private final Set<String> verified =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  /** Whether a signature over these bytes was made with the key of an enrolled person. */
  boolean verifies(Enrolled who, byte[] statement, byte[] signature) {
    String asked = digest(who.key().id(), statement, signature);
    if (verified.contains(asked)) {
      return true;
    }
    boolean fits = who.verifies(statement, signature);
    if (fits) {
      verified.add(asked);
    }
    return fits;
  }

  /** One digest over all three, with their lengths, so that no two questions have the same one. */
  private static String digest(String key, byte[] statement, byte[] signature) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(
        ByteBuffer.allocate(8 + name.length + statement.length + signature.length)
            .putInt(name.length)
            .put(name)
            .putInt(statement.length)
            .put(statement)
            .put(signature)
            .array());
  }
}
