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
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/**
 * Signatures that lie beside the file they are about, as {@code X.yaml.1.asc} lies beside {@code
 * X.yaml}. The same rules hold as inside a sealed file, but a signature may be of any age.
 */
public final class DetachedSignatures {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final EnvelopeLimits ANY_AGE =
      new EnvelopeLimits(Long.MAX_VALUE, 1, Duration.ofDays(365L * 1000), Duration.ofMinutes(10));

  private DetachedSignatures() {}

  /**
   * Signs a file with SHA-512.
   *
   * @param at the signing time, at which the key must be valid; whole seconds are kept
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
   * Proves who signed a file.
   *
   * @param armouredSignature exactly one signature, armoured or binary
   * @param pinned whose signature counts
   * @param now when it is judged: a revoked key counts for nothing, one that has expired since it
   *     signed still does
   * @return empty if the signature does not hold for any reason
   * @throws IOException if the file or the signature cannot be read
   */
  public static Optional<Signer> verify(
      InputStream data, InputStream armouredSignature, Collection<Certificate> pinned, Instant now)
      throws IOException {
    PGPSignature signature;
    OwnKey signer;
    try {
      signature = SignatureRules.read(onlySignature(armouredSignature));
      signer = SignatureRules.find(pinned, signature.getKeyID()).orElse(null);
      if (signer == null) {
        return Optional.empty();
      }
      SignatureRules.requireUsable(
          signer, signature.getKeyAlgorithm(), signature.getHashAlgorithm());
      SignatureRules.requireForm(signature, signer);
      signature.init(new JcaPGPContentVerifierBuilderProvider(), signer.key());
    } catch (EnvelopeRefused | PGPException | RuntimeException e) {
      return Optional.empty();
    }
    byte[] block = new byte[BLOCK_BYTES];
    for (int read = data.read(block); read >= 0; read = data.read(block)) {
      signature.update(block, 0, read);
    }
    try {
      return signature.verify()
          ? Optional.of(SignatureRules.judgeTime(signature, signer, now, ANY_AGE))
          : Optional.empty();
    } catch (EnvelopeRefused | PGPException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Proves who signed a document, by key files.
   *
   * @param keys files with public keys, armoured or binary, whose signatures count
   * @param now when it is judged
   * @return fingerprint of the signer's primary key, upper-case hex; empty if the signature does
   *     not hold for any reason
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
    return verify(
            new ByteArrayInputStream(document),
            new ByteArrayInputStream(signature),
            certificates,
            now)
        .map(Signer::primaryFingerprint);
  }

  private static byte[] onlySignature(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(1);
    int first = buffered.read();
    buffered.reset();
    Packets packets = new Packets(first >= 0x80 ? buffered : new Armour(buffered, "PGP SIGNATURE"));
    if (packets.next() != Packets.SIGNATURE) {
      throw new EnvelopeRefused(EnvelopeFault.NO_SIGNATURE, "no detached signature begins it");
    }
    byte[] signature = packets.smallBody();
    if (packets.next(EnvelopeFault.TRAILING) != -1) {
      throw new EnvelopeRefused(EnvelopeFault.SEVERAL_SIGNATURES, "more than one packet");
    }
    return signature;
  }
}
