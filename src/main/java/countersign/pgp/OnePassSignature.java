package countersign.pgp;

import java.io.IOException;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * The one signature over the content of a message: announced before the content, verified after it.
 * Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.4">RFC 9580, 5.4</a>
 */
final class OnePassSignature {
  private static final int VERSION = 3;
  private static final int BYTES = 13;

  private final PGPOnePassSignature announced;
  private final ContentHash hash = new ContentHash();
  private final CertificateKey signer;
  private final SecretKey ours;
  private final Opener.Terms terms;

  /**
   * Begins with the announced signature.
   *
   * @throws EnvelopeRefused if no pinned key may have made it
   */
  OnePassSignature(PGPOnePassSignature announced, SecretKey ours, Opener.Terms terms)
      throws IOException {
    this.announced = announced;
    this.ours = ours;
    this.terms = terms;
    this.signer = signer();
  }

  /**
   * Reads the packet before the content.
   *
   * @throws EnvelopeRefused if it does not announce exactly one signature, in the accepted form
   */
  static PGPOnePassSignature announced(byte[] body) throws IOException {
    if (body.length == 0 || body[0] != VERSION) {
      throw refusal(EnvelopeFault.BAD_SIGNATURE, "a one-pass signature of version 3 is expected");
    }
    if (body.length != BYTES) {
      throw Packets.damaged("its one-pass signature packet has another length than it must");
    }
    if (body[BYTES - 1] == 0) {
      throw refusal(
          EnvelopeFault.SEVERAL_SIGNATURES, "its one-pass signature packet announces another one");
    }
    try {
      return new PGPOnePassSignature(Packets.whole(PacketTag.ONE_PASS_SIGNATURE, body));
    } catch (PGPException e) {
      throw new EnvelopeRefused(
          EnvelopeFault.DAMAGED, "its one-pass signature packet cannot be parsed", e);
    }
  }

  private CertificateKey signer() throws IOException {
    CertificateKey named =
        SignatureRules.find(terms.pinned(), announced.getKeyID())
            .orElseThrow(
                () ->
                    refusal(
                        EnvelopeFault.UNKNOWN_SIGNER,
                        "key id %016X".formatted(announced.getKeyID())));
    SignatureRules.requireUsable(named, announced.getKeyAlgorithm(), announced.getHashAlgorithm());
    if (announced.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
      throw refusal(EnvelopeFault.BAD_SIGNATURE, "it is not of type 0x00 over a binary document");
    }
    try {
      announced.init(hash, named.key());
    } catch (PGPException e) {
      throw new EnvelopeRefused(EnvelopeFault.BAD_SIGNATURE, "it cannot be checked", e);
    }
    return named;
  }

  /** Takes the next block of the content. */
  void update(byte[] block, int from, int length) {
    announced.update(block, from, length);
  }

  /**
   * Compares the content with the packet after it.
   *
   * @return who signed
   * @throws EnvelopeRefused if the signature does not verify or does not count
   */
  Signer verify(byte[] packet) throws IOException {
    PGPSignature signature = SignatureRules.read(packet);
    SignatureRules.requireForm(signature, signer);
    if (signature.getHashAlgorithm() != announced.getHashAlgorithm()
        || signature.getKeyAlgorithm() != announced.getKeyAlgorithm()) {
      throw refusal(
          EnvelopeFault.BAD_SIGNATURE, "its algorithms differ from the one-pass signature packet");
    }
    try {
      if (!announced.verify(signature) || !hash.beginsAsIn(signature)) {
        throw refusal(EnvelopeFault.BAD_SIGNATURE, "it does not match the content");
      }
    } catch (PGPException e) {
      throw new EnvelopeRefused(EnvelopeFault.BAD_SIGNATURE, "it cannot be checked", e);
    }
    SignatureRules.requireMeantFor(signature, ours.certificate().primary());
    return SignatureRules.judgeTime(signature, signer, terms.receivedAt(), terms.limits());
  }

  private static EnvelopeRefused refusal(EnvelopeFault fault, String detail) {
    return new EnvelopeRefused(fault, detail);
  }
}
