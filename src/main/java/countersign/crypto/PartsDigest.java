package countersign.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One SHA-256 over several parts. The length of each part comes first, so that no two rows of parts
 * have the same bytes. Used once; not thread-safe.
 */
public final class PartsDigest {
  private final MessageDigest digest = Sha256.start();

  /** Adds bytes. */
  public PartsDigest bytes(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
    return this;
  }

  /** Adds a text. */
  public PartsDigest text(String part) {
    return bytes(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the text of a value, or that there is none. */
  public PartsDigest value(@Nullable Object value) {
    return text(value == null ? "absent" : "present").text(String.valueOf(value));
  }

  /** The digest, hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
