package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.jspecify.annotations.Nullable;

/** Generates invalid or weak keys. */
final class KeySmith {
  static final Date CREATED = Date.from(Envelopes.NOW.minusSeconds(3600));

  int algorithm = PublicKeyAlgorithmTags.EDDSA_LEGACY;
  int primaryFlags = KeyFlags.CERTIFY_OTHER;
  int subkeyFlags = KeyFlags.SIGN_DATA;
  int hash = HashAlgorithmTags.SHA512;
  int backHash = HashAlgorithmTags.SHA512;
  boolean backSigned = true;
  @Nullable Duration subkeyValidity;
  @Nullable Duration primaryValidity;

  /** Generates a primary key and one signing subkey with the properties in the fields. */
  SecretKey key() {
    try {
      PGPKeyRingGenerator ring =
          new PGPKeyRingGenerator(
              PGPSignature.POSITIVE_CERTIFICATION,
              pair(),
              "Partner",
              new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
              said(primaryFlags, primaryValidity),
              null,
              new BcPGPContentSignerBuilder(algorithm, hash),
              null);
      PGPSignatureSubpacketVector binding = said(subkeyFlags, subkeyValidity);
      if (backSigned) {
        ring.addSubKey(pair(), binding, null, new BcPGPContentSignerBuilder(algorithm, backHash));
      } else {
        ring.addSubKey(pair(), binding, null);
      }
      return new SecretKey(ring.generateSecretKeyRing());
    } catch (IOException | PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate with a revocation of its primary key or of its last subkey. */
  static Certificate revoked(SecretKey key, int type, Instant at) {
    try {
      Certificate certificate = key.certificate();
      PGPPublicKey primary = certificate.primary().key();
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(primary.getAlgorithm(), HashAlgorithmTags.SHA512),
              primary);
      generator.init(type, key.privateKey(primary.getKeyID()).orElseThrow());
      PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
      said.setSignatureCreationTime(false, Date.from(at));
      generator.setHashedSubpackets(said.generate());
      PGPPublicKeyRing ring =
          new PGPPublicKeyRing(
              Certificate.blocks(
                      new ByteArrayInputStream(certificate.armoured()), "PGP PUBLIC KEY BLOCK")
                  .get(0),
              new BcKeyFingerprintCalculator());
      primary = ring.getPublicKey();
      PGPPublicKey last = primary;
      for (PGPPublicKey each : ring) {
        last = each;
      }
      PGPPublicKey revoked =
          type == PGPSignature.KEY_REVOCATION
              ? PGPPublicKey.addCertification(primary, generator.generateCertification(primary))
              : PGPPublicKey.addCertification(last, generator.generateCertification(primary, last));
      return Certificate.ofPackets(PGPPublicKeyRing.insertPublicKey(ring, revoked).getEncoded())
          .get(0);
    } catch (IOException | PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  private PGPKeyPair pair() throws PGPException {
    Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
    generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
    return new BcPGPKeyPair(4, algorithm, generator.generateKeyPair(), CREATED);
  }

  private static PGPSignatureSubpacketVector said(int flags, @Nullable Duration validity) {
    PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
    said.setSignatureCreationTime(false, CREATED);
    said.setKeyFlags(true, flags);
    if (validity != null) {
      said.setKeyExpirationTime(true, validity.toSeconds());
    }
    return said.generate();
  }
}
