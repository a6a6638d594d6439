package countersign.pgp;

import static countersign.pgp.CertificateSmith.*;
import static countersign.pgp.CertificateVerdicts.byPrimary;

import countersign.pgp.CertificateVerdicts.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates that GnuPG itself does not write: the verdict equals that of GnuPG 2.2, which each
 * test asks. Where section 5 of the exchange's details is stricter, the sample gives the reason.
 */
class ForgedCertificatesIT {
  private static final String NO_FLAG = "section 5: by the primary with the sign flag";
  private static final String LAPSED =
      "section 6: a self-signature or back-signature counts only while it is in date; GnuPG 2.2 does not look";
  private static final String NEWEST =
      "section 6: the newest one in date rules; GnuPG keeps the newest one only when it imports";
  private static final String IGNORED =
      "section 6: a subkey of an unknown version is ignored; GnuPG 2.2 does not import the certificate";
  @TempDir static Path home;

  @ParameterizedTest
  @MethodSource("samples")
  void the_verdict_equals_that_of_gnupg(String name, Sample sample) throws IOException {
    CertificateVerdicts.compare(name, sample, home);
  }

  static Stream<Object[]> samples() {
    Map<String, Sample> all = new LinkedHashMap<>();
    selfSignatures(all);
    subkeys(all);
    subpackets(all);
    return all.entrySet().stream().map(one -> new Object[] {one.getKey(), one.getValue()});
  }

  private static void selfSignatures(Map<String, Sample> all) {
    all.put("ordinary", byPrimary(ordinary()));
    all.put(
        "lapsed self-signature",
        byPrimary(primary(lapsing(ALL, 5)).encryptionSubkey()).unlikeGnupg(LAPSED, LAPSED));
    all.put(
        "newer lapsed self-signature over a lasting one",
        byPrimary(primary(flags(ALL)).selfSigned(LATER, lapsing(ENCRYPT, 5)).encryptionSubkey()));
    all.put(
        "newer lasting self-signature over a lapsed one",
        byPrimary(primary(lapsing(ALL, 5)).selfSigned(LATER, flags(ALL)).encryptionSubkey()));
    all.put(
        "extended key",
        byPrimary(
            primary(expiring(ALL, 50)).selfSigned(LATER, expiring(ALL, 300)).encryptionSubkey()));
    all.put(
        "shortened key",
        byPrimary(primary(flags(ALL)).selfSigned(LATER, expiring(ALL, 50)).encryptionSubkey()));
    all.put(
        "sign flag taken away later",
        byPrimary(
            primary(flags(ALL))
                .selfSigned(LATER, flags(KeyFlags.CERTIFY_OTHER))
                .encryptionSubkey()));
    all.put(
        "self-signature older than the key",
        byPrimary(
            new CertificateSmith()
                .userId()
                .selfSigned(CREATED.minusSeconds(60), flags(ALL))
                .encryptionSubkey()));
    all.put(
        "direct self-signature alone",
        byPrimary(
            new CertificateSmith()
                .onKey(new CertificateSmith().primary, PGPSignature.DIRECT_KEY, CREATED, flags(ALL))
                .userId()
                .encryptionSubkey()));
    CertificateSmith direct = new CertificateSmith();
    direct.onKey(direct.primary, PGPSignature.DIRECT_KEY, LATER, expiring(ALL, 50));
    all.put(
        "direct self-signature that ends the key",
        byPrimary(direct.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey()));
  }

  private static void subkeys(Map<String, Sample> all) {
    CertificateSmith good = signing();
    all.put(
        "signing subkey",
        bySubkey(
            good.bound(good.signing, CREATED, good.backSigned(good.signing, CREATED, NOTHING))));
    CertificateSmith none = signing();
    all.put(
        "binding without back-signature",
        bySubkey(none.bound(none.signing, CREATED, flags(KeyFlags.SIGN_DATA))));
    CertificateSmith lapsed = signing();
    all.put(
        "lapsed binding",
        bySubkey(
            lapsed.bound(
                lapsed.signing,
                CREATED,
                lapsed.backSigned(lapsed.signing, CREATED, NOTHING).andThen(days(5)))));
    CertificateSmith newer = signing();
    newer.bound(newer.signing, CREATED, newer.backSigned(newer.signing, CREATED, NOTHING));
    all.put(
        "newer lapsed binding over a lasting one",
        bySubkey(newer.bound(newer.signing, LATER, flags(ENCRYPT).andThen(days(5))))
            .unlikeGnupg(NEWEST, null));
    CertificateSmith back = signing();
    all.put(
        "lapsed back-signature",
        bySubkey(back.bound(back.signing, CREATED, back.backSigned(back.signing, CREATED, days(5))))
            .unlikeGnupg(LAPSED, null));
    CertificateSmith forged = signing();
    all.put(
        "back-signature by another key",
        bySubkey(
            forged.bound(
                forged.signing, CREATED, forged.backSigned(forged.primary, CREATED, NOTHING))));
    CertificateSmith expired = ordinaryUntil();
    all.put(
        "expired encryption subkey",
        byPrimary(expired.bound(expired.encrypting, CREATED, expiring(ENCRYPT, 50))));
    CertificateSmith renewed = ordinaryUntil();
    renewed.bound(renewed.encrypting, CREATED, expiring(ENCRYPT, 50));
    all.put(
        "expired subkey with a later binding",
        byPrimary(renewed.bound(renewed.encrypting, LATER, expiring(ENCRYPT, 300))));
    CertificateSmith stranger = ordinaryUntil();
    all.put(
        "subkey bound by a stranger",
        byPrimary(
            stranger.onSubkey(
                new CertificateSmith().primary,
                PGPSignature.SUBKEY_BINDING,
                stranger.encrypting,
                CREATED,
                flags(ENCRYPT))));
    all.put("no subkey", byPrimary(primary(flags(ALL))));
    for (int version : new int[] {4, 5, 6}) {
      byte[] unknown = {(byte) version, 0x60, 0, 0, 0, 99, 0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8};
      CertificateSmith odd = ordinary().packet(PacketTag.PUBLIC_SUBKEY, unknown);
      all.put(
          "subkey of unknown algorithm, version " + version,
          byPrimary(odd.bound(odd.encrypting, CREATED, flags(ENCRYPT)))
              .unlikeGnupg(version == 4 ? null : IGNORED, version == 4 ? null : IGNORED));
    }
  }

  private static void subpackets(Map<String, Sample> all) {
    all.put(
        "critical preferences",
        byPrimary(
            primary(
                    flags(ALL)
                        .andThen(
                            said -> {
                              said.setPreferredSymmetricAlgorithms(true, new int[] {9});
                              said.setPreferredHashAlgorithms(true, new int[] {10});
                              said.setPreferredCompressionAlgorithms(true, new int[] {2});
                              said.addPolicyURI(true, "https://example.invalid");
                            }))
                .encryptionSubkey()));
    all.put(
        "unknown critical subpacket",
        byPrimary(primary(flags(ALL).andThen(unknown(true))).encryptionSubkey()));
    all.put(
        "unknown subpacket",
        byPrimary(primary(flags(ALL).andThen(unknown(false))).encryptionSubkey()));
    all.put(
        "no key flags", byPrimary(primary(NOTHING).encryptionSubkey()).unlikeGnupg(NO_FLAG, null));
  }

  private static Sample bySubkey(CertificateSmith smith) {
    return new Sample(smith.certificate(), smith.signing);
  }

  private static CertificateSmith signing() {
    CertificateSmith smith = ordinary();
    return smith.key(PacketTag.PUBLIC_SUBKEY, smith.signing);
  }

  private static CertificateSmith ordinaryUntil() {
    CertificateSmith smith = primary(flags(ALL));
    return smith.key(PacketTag.PUBLIC_SUBKEY, smith.encrypting);
  }
}
