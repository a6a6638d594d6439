package countersign.pgp;

import static countersign.pgp.CertificateSmith.*;
import static countersign.pgp.CertificateVerdicts.byPrimary;

import countersign.pgp.CertificateVerdicts.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * User ids and revocations that GnuPG itself does not write, compared as in {@link
 * ForgedCertificatesIT}.
 */
class ForgedRevocationsIT {
  private static final String NO_FLAG = "section 5: by the primary with the sign flag";
  private static final String NO_IDENTITY =
      "section 6: no self-signature counts, because the one user id is revoked";
  private static final String OUTSIDE =
      "section 5: every revocation of the configured key counts, so its critical subpackets do not matter";
  @TempDir static Path home;

  @ParameterizedTest
  @MethodSource("samples")
  void the_verdict_equals_that_of_gnupg(String name, Sample sample) throws IOException {
    CertificateVerdicts.compare(name, sample, home);
  }

  static Stream<Object[]> samples() {
    Map<String, Sample> all = new LinkedHashMap<>();
    userIds(all);
    revocations(all);
    return all.entrySet().stream().map(one -> new Object[] {one.getKey(), one.getValue()});
  }

  private static void userIds(Map<String, Sample> all) {
    all.put(
        "user id revoked and certified anew",
        byPrimary(
            revokedUserId(LATER).selfSigned(LATER.plusSeconds(60), flags(ALL)).encryptionSubkey()));
    CertificateSmith second = revokedUserId(LATER);
    all.put(
        "one of two user ids revoked",
        byPrimary(second.userId("Other").selfSigned(CREATED, flags(ALL)).encryptionSubkey()));
    CertificateSmith stranger = primary(flags(ALL));
    all.put(
        "user id revoked by a stranger",
        byPrimary(
            stranger
                .onUserId(
                    new CertificateSmith().primary,
                    PGPSignature.CERTIFICATION_REVOCATION,
                    LATER,
                    NOTHING)
                .encryptionSubkey()));
    all.put(
        "the only user id revoked",
        byPrimary(revokedUserId(LATER).encryptionSubkey()).unlikeGnupg(NO_FLAG, NO_IDENTITY));
    byte[] attribute = {3, 1, 1, 0};
    CertificateSmith packets =
        primary(flags(ALL))
            .packet(17, attribute)
            .packet(60, attribute)
            .packet(PacketTag.MARKER, new byte[] {'P', 'G', 'P'});
    all.put("user attribute, marker and unknown packets", byPrimary(packets.encryptionSubkey()));
    all.put(
        "padding packet",
        byPrimary(primary(flags(ALL)).packet(PacketTag.PADDING, attribute).encryptionSubkey()));
  }

  private static void revocations(Map<String, Sample> all) {
    CertificateSmith own = new CertificateSmith();
    own.onKey(own.primary, PGPSignature.KEY_REVOCATION, LATER, NOTHING);
    all.put(
        "revoked by itself",
        byPrimary(own.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey()));
    PGPKeyPair other = new CertificateSmith().primary;
    CertificateSmith stranger = new CertificateSmith();
    stranger.onKey(other, PGPSignature.KEY_REVOCATION, LATER, NOTHING);
    all.put(
        "revoked by a stranger",
        byPrimary(stranger.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey()));
    CertificateSmith forged = new CertificateSmith();
    forged.onKey(
        new PGPKeyPair(
            forged.primary.getPublicKey(), new CertificateSmith().primary.getPrivateKey()),
        PGPSignature.KEY_REVOCATION,
        LATER,
        NOTHING);
    all.put(
        "forged revocation",
        byPrimary(forged.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey()));
    CertificateSmith critical = new CertificateSmith();
    critical.onKey(critical.primary, PGPSignature.KEY_REVOCATION, LATER, unknown(true));
    all.put(
        "revocation with an unknown critical subpacket",
        byPrimary(critical.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey())
            .unlikeGnupg(OUTSIDE, OUTSIDE));
    CertificateSmith subkey = ordinary();
    all.put(
        "revoked subkey",
        byPrimary(
            subkey.onSubkey(
                subkey.primary,
                PGPSignature.SUBKEY_REVOCATION,
                subkey.encrypting,
                LATER,
                NOTHING)));
    all.put("revoked subkey bound anew", byPrimary(ordinaryRevoked().get()));
    CertificateSmith theirs = ordinary();
    all.put(
        "subkey revoked by a stranger",
        byPrimary(
            theirs.onSubkey(
                other, PGPSignature.SUBKEY_REVOCATION, theirs.encrypting, LATER, NOTHING)));
    designated(all);
  }

  private static java.util.function.Supplier<CertificateSmith> ordinaryRevoked() {
    CertificateSmith smith = ordinary();
    smith.onSubkey(smith.primary, PGPSignature.SUBKEY_REVOCATION, smith.encrypting, LATER, NOTHING);
    return () -> smith.bound(smith.encrypting, LATER.plusSeconds(60), flags(ENCRYPT));
  }

  private static void designated(Map<String, Sample> all) {
    CertificateSmith revoker = ordinary();
    for (boolean named : new boolean[] {true, false}) {
      for (boolean genuine : new boolean[] {true, false}) {
        CertificateSmith smith = new CertificateSmith();
        PGPKeyPair by =
            genuine
                ? revoker.primary
                : new PGPKeyPair(
                    revoker.primary.getPublicKey(), new CertificateSmith().primary.getPrivateKey());
        smith.onKey(by, PGPSignature.KEY_REVOCATION, LATER, NOTHING);
        if (named) {
          smith.onKey(
              smith.primary,
              PGPSignature.DIRECT_KEY,
              CREATED,
              said -> Forge.designates(said, by.getPublicKey()));
        }
        smith.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey();
        String name =
            "revocation by %s revoker, %s"
                .formatted(named ? "the designated" : "no", genuine ? "genuine" : "forged");
        all.put(
            name,
            new Sample(Forge.join(smith.certificate(), revoker.certificate()), smith.primary));
        all.put(name + ", whose key is not at hand", byPrimary(smith));
      }
    }
  }

  private static CertificateSmith revokedUserId(Instant at) {
    CertificateSmith smith = primary(flags(ALL));
    return smith.onUserId(smith.primary, PGPSignature.CERTIFICATION_REVOCATION, at, NOTHING);
  }
}
