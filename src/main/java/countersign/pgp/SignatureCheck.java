package countersign.pgp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the signer of a document by its detached signature. */
@FunctionalInterface
public interface SignatureCheck {

  /** Accepts no signature, so that every document that needs signatures counts as absent. */
  SignatureCheck NOBODY = (document, signature, keys) -> Optional.empty();

  /**
   * Finds the key that made a detached signature.
   *
   * @param document all bytes of the document
   * @param signature one detached OpenPGP signature
   * @param keys files with one armoured public key each; one of them must have made the signature
   * @return fingerprint of the signer's primary key, upper-case hexadecimal; empty if the signature
   *     is invalid now for any reason
   * @throws IOException if a key file cannot be read
   */
  Optional<String> signer(byte[] document, byte[] signature, List<Path> keys) throws IOException;
}
