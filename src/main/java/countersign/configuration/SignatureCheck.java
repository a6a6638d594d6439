package countersign.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who signed a document; the adapter is where OpenPGP may be used. */
@FunctionalInterface
public interface SignatureCheck {

  /** Says that nobody signed anything: whatever needs signatures counts as absent. */
  SignatureCheck NOBODY = (document, signature, keys) -> Optional.empty();

  /**
   * Whose detached signature it is.
   *
   * @param document every byte of it
   * @param signature one detached OpenPGP signature
   * @param keys armoured public keys, one a file, one of which must have made it
   * @return fingerprint of the signer's primary key, upper-case hex; empty if the signature does
   *     not hold now for any reason
   * @throws IOException if a key file cannot be read
   */
  Optional<String> signer(byte[] document, byte[] signature, List<Path> keys) throws IOException;
}
