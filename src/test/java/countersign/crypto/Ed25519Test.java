package countersign.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** One library makes signatures and another verifies them: both follow RFC 8032. */
class Ed25519Test {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8032, section 7.1, test 3. */
  private static final byte[] KEY =
      HEX.parseHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");

  private static final byte[] MESSAGE = HEX.parseHex("af82");

  private static final byte[] SIGNATURE =
      HEX.parseHex(
          "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
              + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

  /** The order of the group, by which a second signature could be computed from the first. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  @Test
  void the_signature_of_the_standard_verifies() {
    assertThat(Ed25519.verifies(KEY, MESSAGE, SIGNATURE)).isTrue();
  }

  @Test
  void what_is_signed_here_verifies_over_these_bytes_and_by_this_key_only() {
    KeyPair pair = Ed25519.generate();
    byte[] signed = Ed25519.sign(pair.getPrivate().getEncoded(), MESSAGE);
    assertThat(Ed25519.verifies(Ed25519.raw(pair.getPublic()), MESSAGE, signed)).isTrue();
    assertThat(Ed25519.verifies(Ed25519.raw(pair.getPublic()), new byte[] {1}, signed)).isFalse();
    assertThat(Ed25519.verifies(KEY, MESSAGE, signed)).isFalse();
  }

  @Test
  void every_changed_bit_of_a_signature_is_refused() {
    for (int bit = 0; bit < SIGNATURE.length * 8; bit++) {
      byte[] changed = SIGNATURE.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(Ed25519.verifies(KEY, MESSAGE, changed)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void a_second_signature_computed_from_the_first_is_refused() {
    byte[] s = reversed(Arrays.copyOfRange(SIGNATURE, 32, 64));
    byte[] greater = new BigInteger(1, s).add(ORDER).toByteArray();
    byte[] forged = SIGNATURE.clone();
    byte[] little = Arrays.copyOf(reversed(greater), 32);
    System.arraycopy(little, 0, forged, 32, 32);
    assertThat(Ed25519.verifies(KEY, MESSAGE, forged)).isFalse();
  }

  @Test
  void a_key_or_signature_of_another_length_is_refused_and_so_is_a_key_that_is_no_point() {
    assertThat(Ed25519.verifies(new byte[31], MESSAGE, SIGNATURE)).isFalse();
    assertThat(Ed25519.verifies(KEY, MESSAGE, Arrays.copyOf(SIGNATURE, 63))).isFalse();
    assertThat(Ed25519.verifies(KEY, MESSAGE, Arrays.copyOf(SIGNATURE, 65))).isFalse();
    byte[] noPoint = new byte[32];
    Arrays.fill(noPoint, (byte) 0xff);
    assertThat(Ed25519.verifies(noPoint, MESSAGE, SIGNATURE)).isFalse();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }
}
