package countersign.pgp;

import static countersign.pgp.EnvelopeFault.*;
import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.junit.jupiter.api.Test;

/** Messages that are refused for their format, regardless of the signer. */
class EnvelopeFormTest {
  private static final SecretKey GATEWAY = KeyMaker.make("Gateway", NOW.minusSeconds(60), null);
  private static final SecretKey PARTNER = KeyMaker.make("Partner", NOW.minusSeconds(60), null);
  private static final Certificate TO = GATEWAY.certificate();
  private static final byte[] MESSAGE = new Forge(PARTNER).message(CONTENT);

  @Test
  void a_message_opens_plain_zipped_armoured_and_with_marker_and_padding_packets()
      throws IOException {
    byte[] marker = Forge.packet(PacketTag.MARKER, bytes("PGP"));
    byte[] padding = Forge.packet(PacketTag.PADDING, new byte[100]);
    byte[] padded = Forge.join(padding, marker, MESSAGE, padding);

    for (byte[] inner :
        List.of(
            MESSAGE,
            Forge.zip(MESSAGE),
            Forge.zlib(MESSAGE),
            padded,
            Forge.zip(padded),
            Forge.packet(PacketTag.COMPRESSED, new byte[1], MESSAGE))) {
      byte[] sealed = Forge.encrypted(inner, TO);
      assertThat(opened(sealed)).isEqualTo(CONTENT);
      assertThat(opened(armoured(sealed, "\r\n \n", "\n\n\t"))).isEqualTo(CONTENT);
    }
  }

  @Test
  void bytes_behind_the_deflated_data_inside_its_packet_are_ignored() throws IOException {
    byte[] padded =
        Forge.packet(
            PacketTag.COMPRESSED, new byte[] {1}, Forge.deflated(MESSAGE, true), new byte[131]);

    assertThat(opened(Forge.encrypted(padded, TO))).isEqualTo(CONTENT);
  }

  @Test
  void other_ciphers_of_aes_and_other_literal_forms_open() throws IOException {
    for (int aes :
        new int[] {SymmetricKeyAlgorithmTags.AES_128, SymmetricKeyAlgorithmTags.AES_192}) {
      assertThat(opened(Forge.encrypted(aes, true, MESSAGE, TO))).isEqualTo(CONTENT);
    }
    Forge forge = new Forge(PARTNER);
    for (char form : new char[] {'t', 'u'}) {
      byte[] inner =
          Forge.join(forge.onePass(), Forge.literal(form, CONTENT), forge.signature(CONTENT));
      assertThat(opened(Forge.encrypted(inner, TO))).isEqualTo(CONTENT);
    }
  }

  @Test
  void bytes_that_are_not_openpgp_are_refused_as_not_openpgp() {
    assertThat(fault(new byte[0])).isEqualTo(NOT_OPENPGP);
    assertThat(fault(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo(NOT_OPENPGP);
    assertThat(fault(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})).isEqualTo(NOT_OPENPGP);
    assertThat(fault(PARTNER.certificate().armoured())).isEqualTo(NOT_OPENPGP);
    assertThat(fault(armoured(Forge.encrypted(MESSAGE, TO), "Dear gateway,\n", "")))
        .isEqualTo(NOT_OPENPGP);
  }

  @Test
  void content_that_is_readable_without_a_key_is_plaintext() {
    assertThat(fault(CONTENT)).isEqualTo(PLAINTEXT);
    assertThat(fault(bytes("H,kind,request\nN,requestId\n"))).isEqualTo(PLAINTEXT);
    assertThat(fault(bytes("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nx\n")))
        .isEqualTo(PLAINTEXT);
    assertThat(fault(MESSAGE)).isEqualTo(PLAINTEXT);
    assertThat(fault(Forge.zip(MESSAGE))).isEqualTo(PLAINTEXT);
    assertThat(fault(Forge.literal('b', CONTENT))).isEqualTo(PLAINTEXT);
  }

  @Test
  void a_message_that_none_of_the_gateways_keys_opens_is_not_for_us() {
    byte[] data = Forge.split(Forge.encrypted(MESSAGE, TO)).get(1);

    assertThat(fault(Forge.encrypted(MESSAGE, PARTNER.certificate()))).isEqualTo(NOT_FOR_US);
    assertThat(fault(data)).isEqualTo(NOT_FOR_US);
  }

  @Test
  void sixteen_recipients_are_accepted_and_seventeen_are_not() throws IOException {
    List<byte[]> packets = Forge.split(Forge.encrypted(MESSAGE, PARTNER.certificate(), TO));
    byte[][] others = new byte[15][];
    Arrays.fill(others, packets.get(0));
    byte[] ours = Forge.join(packets.get(1), packets.get(2));

    assertThat(opened(Forge.join(Forge.join(others), ours))).isEqualTo(CONTENT);
    assertThat(fault(Forge.join(packets.get(0), Forge.join(others), ours)))
        .isEqualTo(UNSUPPORTED_PACKET);
  }

  @Test
  void encrypted_data_without_integrity_protection_is_refused() {
    byte[] sealed = Forge.encrypted(SymmetricKeyAlgorithmTags.AES_256, false, MESSAGE, TO);

    assertThat(fault(sealed)).isEqualTo(NO_INTEGRITY);
    assertThat(fault(Forge.packet(PacketTag.UNPROTECTED, new byte[40]))).isEqualTo(NO_INTEGRITY);
  }

  @Test
  void packets_that_the_exchange_does_not_use_are_unsupported_before_any_key_is_tried() {
    byte[] session = Forge.split(Forge.encrypted(MESSAGE, PARTNER.certificate())).get(0);
    byte[] six = {6, 0, 0, 0, 0, 0, 0, 0, 0, 25, 1, 2, 3};

    assertThat(fault(Forge.join(session, Forge.packet(PacketTag.PROTECTED, new byte[] {2, 9, 2}))))
        .isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.join(session, Forge.packet(PacketTag.AEAD, new byte[] {1, 9, 2}))))
        .isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.join(Forge.packet(3, new byte[] {4, 9, 3}), session)))
        .isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.join(session, Forge.packet(3, new byte[] {4, 9, 3}))))
        .isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.packet(PacketTag.SESSION_KEY, six))).isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.join(session, Forge.packet(60, new byte[9]))))
        .isEqualTo(UNSUPPORTED_PACKET);
  }

  @Test
  void unused_compression_ciphers_and_inner_packets_are_unsupported() {
    byte[] bzip2 = Forge.packet(PacketTag.COMPRESSED, new byte[] {3}, bytes("BZh9"));
    byte[] camellia = Forge.encrypted(SymmetricKeyAlgorithmTags.CAMELLIA_256, true, MESSAGE, TO);
    byte[] mime = Forge.join(new Forge(PARTNER).onePass(), Forge.literal('m', CONTENT));

    assertThat(fault(Forge.encrypted(bzip2, TO))).isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(camellia)).isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.encrypted(Forge.packet(60, CONTENT), TO))).isEqualTo(UNSUPPORTED_PACKET);
    assertThat(fault(Forge.encrypted(mime, TO))).isEqualTo(UNSUPPORTED_PACKET);
  }

  @Test
  void a_message_inside_a_message_is_nested() {
    byte[] twice = Forge.zip(Forge.zip(MESSAGE));
    byte[] inner = Forge.join(new Forge(PARTNER).onePass(), Forge.zip(Forge.literal('b', CONTENT)));

    assertThat(fault(Forge.encrypted(twice, TO))).isEqualTo(NESTED);
    assertThat(fault(Forge.encrypted(Forge.encrypted(MESSAGE, TO), TO))).isEqualTo(NESTED);
    assertThat(fault(Forge.encrypted(inner, TO))).isEqualTo(NESTED);
  }

  @Test
  void data_after_the_message_is_trailing() {
    byte[] sealed = Forge.encrypted(MESSAGE, TO);
    byte[] literal = Forge.literal('b', CONTENT);

    assertThat(fault(Forge.join(sealed, sealed))).isEqualTo(TRAILING);
    assertThat(fault(Forge.join(sealed, new byte[1]))).isEqualTo(TRAILING);
    assertThat(fault(armoured(sealed, "", "regards"))).isEqualTo(TRAILING);
    assertThat(fault(Forge.encrypted(Forge.join(MESSAGE, literal), TO))).isEqualTo(TRAILING);
    assertThat(fault(Forge.encrypted(Forge.join(MESSAGE, new byte[1]), TO))).isEqualTo(TRAILING);
    assertThat(fault(Forge.encrypted(Forge.join(Forge.zip(MESSAGE), literal), TO)))
        .isEqualTo(TRAILING);
    byte[] twoLiterals = Forge.join(new Forge(PARTNER).onePass(), literal, literal);
    assertThat(fault(Forge.encrypted(twoLiterals, TO))).isEqualTo(TRAILING);
  }

  @Test
  void no_message_with_a_changed_or_missing_byte_opens() {
    byte[] sealed = Forge.encrypted(Forge.zlib(MESSAGE), TO);

    for (int at = 0; at < sealed.length; at += 5) {
      byte[] changed = sealed.clone();
      changed[at] ^= 0x04;
      assertThat(fault(changed)).isNotNull();
      assertThat(fault(Arrays.copyOf(sealed, at))).isNotNull();
    }
    sealed[sealed.length - 1] ^= 1;
    assertThat(fault(sealed)).isEqualTo(DAMAGED);
    assertThat(fault(Arrays.copyOf(sealed, sealed.length - 30))).isEqualTo(DAMAGED);
  }

  @Test
  void damaged_armour_is_refused_but_its_checksum_is_ignored() throws IOException {
    String text =
        new String(armoured(Forge.encrypted(MESSAGE, TO), "", ""), StandardCharsets.US_ASCII);

    assertThat(opened(bytes(text.replaceFirst("\n=....\n", "\n=AAAA\n")))).isEqualTo(CONTENT);
    assertThat(opened(bytes(text.replaceFirst("\n=....\n", "\n")))).isEqualTo(CONTENT);
    assertThat(opened(bytes(text.replace("\n", "\r\n")))).isEqualTo(CONTENT);
    assertThat(fault(bytes(text.replace("-----END", "")))).isEqualTo(DAMAGED);
    assertThat(fault(bytes(text.replace("MESSAGE-----\n\n", "MESSAGE-----\n")))).isEqualTo(DAMAGED);
    assertThat(fault(bytes(text.replaceFirst("\n\n.", "\n\n!")))).isEqualTo(DAMAGED);
  }

  private static byte[] opened(byte[] sealed) throws IOException {
    return Envelopes.open(sealed, GATEWAY, NOW, PARTNER.certificate()).content();
  }

  private static EnvelopeFault fault(byte[] sealed) {
    return Envelopes.fault(sealed, GATEWAY, NOW, PARTNER.certificate());
  }

  private static byte[] armoured(byte[] sealed, String before, String after) {
    try {
      return Forge.join(bytes(before), Certificate.armour(sealed), bytes(after));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
