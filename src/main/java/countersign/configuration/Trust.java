package countersign.configuration;

import countersign.pgp.SignatureCheck;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a configuration trusts from outside the directory.
 *
 * @param signatures finds the signer of a document
 * @param root SHA-256 of the first version of the signatories, 64 lower-case hexadecimal digits;
 *     null if this installation is bound to none, so that nobody's signature counts
 */
public record Trust(SignatureCheck signatures, @Nullable String root) {
  /** Trusts no signature, so that every document that needs signatures counts as absent. */
  public static final Trust NOBODY = new Trust(SignatureCheck.NOBODY, null);

  /** The same without a root of trust, if none is bound: an empty text is no fingerprint. */
  public static Trust of(SignatureCheck signatures, @Nullable String root) {
    return new Trust(signatures, root == null || root.isBlank() ? null : root.strip());
  }
}
