package countersign.pgp;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.Prehash;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.PGPContentVerifier;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilder;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;

/**
 * Hashes signed content once and keeps the hash, because a signature also repeats its first 16
 * bits, which Bouncy Castle does not compare. Used for one signature; not thread-safe.
 */
final class ContentHash implements PGPContentVerifierBuilderProvider {
  private byte[] hash = {};

  /** Whether the signature repeats the first 16 bits of the hash; asked after the verification. */
  boolean beginsAsIn(PGPSignature signature) {
    byte[] said = signature.getDigestPrefix();
    return hash.length > said.length && Arrays.equals(hash, 0, said.length, said, 0, said.length);
  }

  @Override
  public PGPContentVerifierBuilder get(int keyAlgorithm, int hashAlgorithm) throws PGPException {
    MessageDigest digest = digest(hashAlgorithm);
    return new Builder(keyAlgorithm, hashAlgorithm, digest);
  }

  private static MessageDigest digest(int algorithm) throws PGPException {
    try {
      return MessageDigest.getInstance(
          switch (algorithm) {
            case HashAlgorithmTags.SHA256 -> "SHA-256";
            case HashAlgorithmTags.SHA384 -> "SHA-384";
            case HashAlgorithmTags.SHA512 -> "SHA-512";
            default -> throw new PGPException("Hash %d is not accepted".formatted(algorithm));
          });
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The Java runtime has no SHA-2", e);
    }
  }

  /**
   * A class and not a lambda: Java cannot archive a lambda whose interface comes from a signed jar,
   * and its virtual machine ends when it tries.
   */
  private final class Builder implements PGPContentVerifierBuilder {
    private final int keyAlgorithm;
    private final int hashAlgorithm;
    private final MessageDigest digest;

    Builder(int keyAlgorithm, int hashAlgorithm, MessageDigest digest) {
      this.keyAlgorithm = keyAlgorithm;
      this.hashAlgorithm = hashAlgorithm;
      this.digest = digest;
    }

    @Override
    public PGPContentVerifier build(PGPPublicKey key) throws PGPException {
      return new Verifier(key, keyAlgorithm, hashAlgorithm, digest);
    }
  }

  private final class Verifier implements PGPContentVerifier {
    private final PGPPublicKey key;
    private final int keyAlgorithm;
    private final int hashAlgorithm;
    private final MessageDigest digest;
    private final AsymmetricKeyParameter parameters;

    Verifier(PGPPublicKey key, int keyAlgorithm, int hashAlgorithm, MessageDigest digest)
        throws PGPException {
      this.key = key;
      this.keyAlgorithm = keyAlgorithm;
      this.hashAlgorithm = hashAlgorithm;
      this.digest = digest;
      this.parameters = new BcPGPKeyConverter().getPublicKey(key);
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int octet) {
          digest.update((byte) octet);
        }

        @Override
        public void write(byte[] block, int from, int length) {
          digest.update(block, from, length);
        }
      };
    }

    @Override
    public int getHashAlgorithm() {
      return hashAlgorithm;
    }

    @Override
    public int getKeyAlgorithm() {
      return keyAlgorithm;
    }

    @Override
    public long getKeyID() {
      return key.getKeyID();
    }

    @Override
    public boolean verify(byte[] value) {
      hash = digest.digest();
      return switch (keyAlgorithm) {
        case PublicKeyAlgorithmTags.ECDSA -> verifyEcdsa(value);
        case PublicKeyAlgorithmTags.EDDSA_LEGACY, PublicKeyAlgorithmTags.Ed25519 ->
            verify(new Ed25519Signer(), value);
        default -> verify(new RSADigestSigner(Prehash.forDigest(sameHash())), value);
      };
    }

    private Digest sameHash() {
      return switch (hashAlgorithm) {
        case HashAlgorithmTags.SHA256 -> new SHA256Digest();
        case HashAlgorithmTags.SHA384 -> new SHA384Digest();
        default -> new SHA512Digest();
      };
    }

    private boolean verify(Signer signer, byte[] value) {
      signer.init(false, parameters);
      signer.update(hash, 0, hash.length);
      return signer.verifySignature(value);
    }

    private boolean verifyEcdsa(byte[] value) {
      try {
        BigInteger order = ((ECPublicKeyParameters) parameters).getParameters().getN();
        BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(order, value);
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, parameters);
        return signer.verifySignature(hash, pair[0], pair[1]);
      } catch (IOException e) {
        return false;
      }
    }
  }
}
