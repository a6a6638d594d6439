package countersign.pgp;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;

/**
 * Makes and verifies detached signatures: {@code X.yaml.1.asc} signs {@code X.yaml}. The same rules
 * apply as inside a sealed file, except that a signature may have any age.
 */
public final class DetachedSignatures {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final EnvelopeLimits ANY_AGE =
      new EnvelopeLimits(Long.MAX_VALUE, 1, Duration.ofDays(365L * 1000), Duration.ofMinutes(10));

  private DetachedSignatures() {}

  /**
   * Signs a file with SHA-512.
   *
   * @param at signing time, at which the key must be valid; truncated to whole seconds
   * @return the signature in ASCII armour
   * @throws Sealer.KeyUnusable if the key cannot sign at that time
   * @throws IOException if the file cannot be read
   */
  public static byte[] sign(InputStream data, SecretKey key, Instant at) throws IOException {
    try {
      PGPSignatureGenerator signature = Sealer.signature(key, List.of(), at);
      byte[] block = new byte[BLOCK_BYTES];
      for (int read = data.read(block); read >= 0; read = data.read(block)) {
        signature.update(block, 0, read);
      }
      return Certificate.armour(signature.generate().getEncoded());
    } catch (PGPException e) {
      throw new IOException("The OpenPGP signature cannot be made", e);
    }
  }

  /**
   * Finds out who signed a file.
   *
   * @param armouredSignature exactly one signature, armoured or binary
   * @param pinned certificates whose signatures are accepted
   * @param now time of the check: signatures of a revoked key are not accepted; those of a key that
   *     expired after signing are
   * @return empty if the signature is not valid for any reason
   * @throws IOException if the file or the signature cannot be read
   */
  public static Optional<Signer> verify(
      InputStream data, InputStream armouredSignature, Collection<Certificate> pinned, Instant now)
      throws IOException {
    ContentHash hash = new ContentHash();
    PGPSignature signature;
    CertificateKey signer;
    try {
      signature = SignatureRules.read(onlySignature(armouredSignature));
      signer = SignatureRules.find(pinned, signature.getKeyID()).orElse(null);
      if (signer == null) {
        return Optional.empty();
      }
      SignatureRules.requireUsable(
          signer, signature.getKeyAlgorithm(), signature.getHashAlgorithm());
      SignatureRules.requireForm(signature, signer);
      signature.init(hash, signer.key());
    } catch (EnvelopeRefused | PGPException | RuntimeException e) {
      return Optional.empty();
    }
    update(signature, data);
    try {
      return signature.verify() && hash.beginsAsIn(signature)
          ? Optional.of(SignatureRules.judgeTime(signature, signer, now, ANY_AGE))
          : Optional.empty();
    } catch (EnvelopeRefused | PGPException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void update(PGPSignature signature, InputStream data) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    for (int read = data.read(block); read >= 0; read = data.read(block)) {
      signature.update(block, 0, read);
    }
  }

  /**
   * Finds out who signed a document, with public keys from files.
   *
   * @param keys files with the public keys whose signatures are accepted, armoured or binary
   * @param now time of the check
   * @return fingerprint of the signer's primary key, upper-case hexadecimal; empty if the signature
   *     is not valid for any reason
   * @throws IOException if a key file cannot be read
   */
  public static Optional<String> signer(
      byte[] document, byte[] signature, List<Path> keys, Instant now) throws IOException {
    List<Certificate> certificates = new ArrayList<>();
    for (Path key : keys) {
      try (InputStream in = Files.newInputStream(key)) {
        certificates.addAll(Certificate.parse(in));
      }
    }
    try {
      return verify(
              new ByteArrayInputStream(document),
              new ByteArrayInputStream(signature),
              certificates,
              now)
          .map(Signer::primaryFingerprint);
    } catch (IOException malformed) {
      return Optional.empty(); // the bytes are in memory: they are no whole signature
    }
  }

  private static byte[] onlySignature(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(1);
    int first = buffered.read();
    buffered.reset();
    Packets packets = new Packets(first >= 0x80 ? buffered : new Armour(buffered, "PGP SIGNATURE"));
    if (packets.next() != PacketTag.SIGNATURE) {
      throw new EnvelopeRefused(
          EnvelopeFault.NO_SIGNATURE, "it does not begin with a detached signature");
    }
    byte[] signature = packets.smallBody();
    if (packets.next(EnvelopeFault.TRAILING) != -1) {
      throw new EnvelopeRefused(EnvelopeFault.SEVERAL_SIGNATURES, "more than one packet");
    }
    return signature;
  }
}
