package countersign.pgp;

import static countersign.pgp.EnvelopeFault.*;
import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.junit.jupiter.api.Test;

/** Messages at the edge of what programs write: each is read, or refused for one reason. */
class EnvelopeExactnessTest {
  private static final SecretKey GATEWAY = KeyMaker.make("Gateway", NOW.minusSeconds(60), null);
  private static final SecretKey PARTNER = KeyMaker.make("Partner", NOW.minusSeconds(60), null);
  private static final SecretKey STRANGER = KeyMaker.make("Stranger", NOW.minusSeconds(60), null);
  private static final Certificate TO = GATEWAY.certificate();
  private static final Forge FORGE = new Forge(PARTNER);
  private static final byte[] MESSAGE = FORGE.message(CONTENT);
  private static final byte[] LITERAL = Forge.literal('b', CONTENT);
  private static final byte[] MARKER = Forge.packet(PacketTag.MARKER, new byte[] {'P', 'G', 'P'});
  private static final byte[] PADDING = Forge.packet(PacketTag.PADDING, new byte[300]);

  @Test
  void marker_and_padding_packets_are_skipped_wherever_they_are() throws IOException {
    byte[] skipped = Forge.join(MARKER, PADDING);
    byte[] inner =
        Forge.join(
            skipped, FORGE.onePass(), skipped, LITERAL, skipped, FORGE.signature(CONTENT), skipped);
    for (byte[] content : List.of(inner, Forge.join(skipped, Forge.zip(inner), skipped))) {
      List<byte[]> outer = Forge.split(Forge.encrypted(content, PARTNER.certificate(), TO));
      byte[] sealed =
          Forge.join(skipped, outer.get(0), skipped, outer.get(1), skipped, outer.get(2), skipped);

      assertThat(opened(sealed)).isEqualTo(CONTENT);
      assertThat(opened(Certificate.armour(sealed))).isEqualTo(CONTENT);
    }
  }

  @Test
  void every_session_key_for_the_gateway_is_tried() throws IOException {
    List<byte[]> right = Forge.split(Forge.encrypted(MESSAGE, TO));
    byte[] wrong = Forge.split(Forge.encrypted(MESSAGE, TO)).get(0);
    byte[] broken = right.get(0).clone();
    broken[broken.length - 3] ^= 1;
    byte[] camellia =
        Forge.split(Forge.encrypted(SymmetricKeyAlgorithmTags.CAMELLIA_256, true, MESSAGE, TO))
            .get(0);
    byte[] hidden = wrong.clone();
    Arrays.fill(hidden, 7, 15, (byte) 0);

    for (byte[] before : List.of(wrong, broken, camellia, hidden)) {
      assertThat(opened(Forge.join(before, right.get(0), right.get(1)))).isEqualTo(CONTENT);
      assertThat(opened(Forge.join(right.get(0), before, right.get(1)))).isEqualTo(CONTENT);
    }
    assertThat(fault(Forge.join(wrong, right.get(1)))).isEqualTo(DAMAGED);
    assertThat(fault(Forge.join(broken, right.get(1)))).isEqualTo(DAMAGED);
    assertThat(fault(Forge.join(camellia, right.get(1)))).isEqualTo(UNSUPPORTED_PACKET);
  }

  @Test
  void a_first_part_under_512_bytes_is_damaged_and_one_of_512_is_read() throws IOException {
    byte[] content = new byte[1500];
    byte[] literal = Arrays.copyOfRange(Forge.literal('b', content), 6, 6 + 7 + content.length);
    for (int power : new int[] {0, 8, 9}) {
      byte[] inner =
          Forge.join(
              FORGE.onePass(),
              inParts(PacketTag.LITERAL, literal, power),
              FORGE.signature(content));
      byte[] sealed = Forge.encrypted(inner, TO);
      List<byte[]> whole = Forge.split(Forge.encrypted(FORGE.message(content), TO));
      byte[] data = Arrays.copyOfRange(whole.get(1), 6, whole.get(1).length);
      byte[] outer = Forge.join(whole.get(0), inParts(PacketTag.PROTECTED, data, power));
      if (power == 9) {
        assertThat(opened(sealed)).isEqualTo(content);
        assertThat(opened(outer)).isEqualTo(content);
      } else {
        assertThat(fault(sealed)).isEqualTo(DAMAGED);
        assertThat(fault(outer)).isEqualTo(DAMAGED);
      }
    }
  }

  @Test
  void wrong_left_16_bits_make_a_signature_bad() {
    byte[] signature = Forge.split(FORGE.signature(CONTENT)).get(0);
    int atBits = 6 + 6 + unsigned(signature, 10);
    atBits += 2 + unsigned(signature, atBits);
    for (int octet = 0; octet < 2; octet++) {
      byte[] changed = signature.clone();
      changed[atBits + octet] ^= 1;
      assertThat(inner(FORGE.onePass(), LITERAL, changed)).isEqualTo(BAD_SIGNATURE);
    }
    assertThat(inner(FORGE.onePass(), LITERAL, signature)).isNull();
  }

  @Test
  void an_announced_or_second_signature_by_anybody_is_one_too_many() {
    byte[] notLast = FORGE.onePass();
    notLast[notLast.length - 1] = 0;
    byte[] foreign = new Forge(STRANGER).onePass();
    byte[] foreignNotLast = foreign.clone();
    foreignNotLast[foreignNotLast.length - 1] = 0;
    byte[] own = FORGE.signature(CONTENT);
    byte[] other = new Forge(STRANGER).signature(CONTENT);

    assertThat(inner(notLast, LITERAL, own)).isEqualTo(SEVERAL_SIGNATURES);
    assertThat(inner(foreignNotLast, FORGE.onePass(), LITERAL, own, other))
        .isEqualTo(SEVERAL_SIGNATURES);
    assertThat(inner(foreign, FORGE.onePass(), LITERAL, own, other)).isEqualTo(SEVERAL_SIGNATURES);
    assertThat(inner(FORGE.onePass(), LITERAL, own, other)).isEqualTo(SEVERAL_SIGNATURES);
    assertThat(inner(FORGE.onePass(), LITERAL, other, own)).isEqualTo(SEVERAL_SIGNATURES);
    assertThat(inner(FORGE.onePass(), LITERAL, own, MARKER, own)).isEqualTo(SEVERAL_SIGNATURES);
  }

  @Test
  void the_byte_0x89_alone_is_not_openpgp() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    byte[] signature = {(byte) 0x89, 0, 3, 4, 0, 22};

    assertThat(fault(new byte[] {(byte) 0x89})).isEqualTo(NOT_OPENPGP);
    assertThat(fault(new byte[] {(byte) 0x89, 0})).isEqualTo(NOT_OPENPGP);
    assertThat(fault(png)).isEqualTo(NOT_OPENPGP);
    assertThat(fault(signature)).as("a detached signature").isEqualTo(PLAINTEXT);
  }

  @Test
  void subpackets_that_are_not_hashed_do_not_count() {
    SignatureSubpacket critical = new SignatureSubpacket(99, true, false, new byte[] {1}) {};
    IssuerFingerprint stranger =
        new IssuerFingerprint(false, 4, STRANGER.certificate().primary().key().getFingerprint());

    assertThat(withUnhashed(critical)).isNull();
    assertThat(withUnhashed(stranger)).isNull();
  }

  private static EnvelopeFault withUnhashed(SignatureSubpacket subpacket) {
    PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
    unhashed.addCustomSubpacket(subpacket);
    byte[] signature =
        FORGE.signature(
            CONTENT,
            said -> {},
            (PGPSignatureGenerator made) -> made.setUnhashedSubpackets(unhashed.generate()));
    return inner(FORGE.onePass(), LITERAL, signature);
  }

  /** A packet whose first part has this power of two bytes. */
  private static byte[] inParts(int tag, byte[] body, int power) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int first = 1 << power;
    out.write(0xC0 | tag);
    out.write(0xE0 | power);
    out.write(body, 0, first);
    int rest = body.length - first;
    out.write(0xFF);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(rest >>> shift);
    }
    out.write(body, first, rest);
    return out.toByteArray();
  }

  private static int unsigned(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private static EnvelopeFault inner(byte[]... packets) {
    byte[] sealed = Forge.encrypted(Forge.join(packets), TO);
    try {
      opened(sealed);
      return null;
    } catch (EnvelopeRefused e) {
      return e.fault();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] opened(byte[] sealed) throws IOException {
    return Envelopes.open(sealed, GATEWAY, NOW, PARTNER.certificate()).content();
  }

  private static EnvelopeFault fault(byte[] sealed) {
    return Envelopes.fault(sealed, GATEWAY, NOW, PARTNER.certificate());
  }
}
