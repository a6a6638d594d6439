package countersign.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Content of a checkpoint's note whose signature was verified.
 *
 * @param size number of events
 * @param root root over these events
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
record SignedNote(long size, Hash root) {
  private static final Pattern NOTE =
      Pattern.compile(
          "(([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n)\\n((?:\u2014 [^\\n]+\\n)+)");

  /** Signs size and root with the key of {@code log}. */
  static String sign(LogKey log, PrivateKey secret, long size, Hash root) {
    String text = log.origin() + "\n" + size + "\n" + root.base64() + "\n";
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return text + "\n" + log.line(signer.sign());
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("Checkpoint %d cannot be signed".formatted(size), cause);
    }
  }

  /** Parses a note; empty unless it is a checkpoint of {@code log} with a valid signature. */
  static Optional<SignedNote> open(LogKey log, String note) {
    Matcher parts = NOTE.matcher(note);
    if (!parts.matches() || !parts.group(2).equals(log.origin())) {
      return Optional.empty();
    }
    byte[] text = parts.group(1).getBytes(StandardCharsets.UTF_8);
    boolean signed =
        parts
            .group(5)
            .lines()
            .flatMap(line -> log.signatureIn(line).stream())
            .anyMatch(signature -> log.verifies(text, signature));
    if (!signed) {
      return Optional.empty();
    }
    Hash root = new Hash(Base64.getDecoder().decode(parts.group(4)));
    return Optional.of(new SignedNote(Long.parseLong(parts.group(3)), root));
  }
}
