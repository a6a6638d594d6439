package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits stop the reading, and every further read fails too. */
@Proves("R18")
class EnvelopeLimitsTest {
  private static final SecretKey GATEWAY = KeyMaker.make("Gateway", NOW.minusSeconds(60), null);
  private static final SecretKey PARTNER = KeyMaker.make("Partner", NOW.minusSeconds(60), null);
  private static final Certificate TO = GATEWAY.certificate();
  private static final byte[] MESSAGE = new Forge(PARTNER).message(CONTENT);

  @Test
  void content_may_reach_the_limit_but_not_exceed_it() throws IOException {
    byte[] sealed = Forge.encrypted(MESSAGE, TO);

    assertThat(limited(sealed, CONTENT.length, 200)).isEqualTo("opens");
    assertThat(limited(sealed, CONTENT.length - 1, 200)).isEqualTo("SIZE");
    byte[] padding = Forge.packet(PacketTag.PADDING, new byte[CONTENT.length]);
    assertThat(
            limited(
                Forge.encrypted(Forge.zip(Forge.join(padding, MESSAGE)), TO), CONTENT.length, 200))
        .isEqualTo("SIZE");
  }

  @Test
  void a_decompression_bomb_is_stopped_after_the_first_mebibyte() throws IOException {
    byte[] below = new Forge(PARTNER).message(new byte[1024 * 1024 - 1]);
    byte[] above = new Forge(PARTNER).message(new byte[1024 * 1024]);

    assertThat(limited(Forge.encrypted(Forge.zip(below), TO), 1 << 30, 200)).isEqualTo("opens");
    assertThat(limited(Forge.encrypted(Forge.zip(above), TO), 1 << 30, 200)).isEqualTo("RATIO");
    assertThat(limited(Forge.encrypted(above, TO), 1 << 30, 1)).isEqualTo("opens");
  }

  @Test
  void a_disk_error_is_not_a_refusal() {
    byte[] half = Arrays.copyOf(Forge.encrypted(MESSAGE, TO), 100);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] block, int from, int length) throws IOException {
            throw new IOException("disk");
          }
        };
    InputStream in = new SequenceInputStream(new ByteArrayInputStream(half), broken);

    assertThatThrownBy(
            () ->
                new Opener(List.of(GATEWAY), Envelopes.LIMITS)
                    .open(in, 300, List.of(PARTNER.certificate()), NOW))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(EnvelopeRefused.class)
        .hasRootCauseMessage("disk");
  }

  @Test
  void a_stream_that_refused_throws_the_same_refusal_again() throws IOException {
    byte[] sealed = Forge.encrypted(new Forge(PARTNER).message(new byte[300_000]), TO);
    sealed[sealed.length - 1] ^= 1;

    try (OpenedStream stream =
        new Opener(List.of(GATEWAY), Envelopes.LIMITS)
            .open(
                new ByteArrayInputStream(sealed),
                sealed.length,
                List.of(PARTNER.certificate()),
                NOW)) {
      assertThat(stream.read()).isZero();
      assertThatThrownBy(stream::readAllBytes)
          .isInstanceOf(EnvelopeRefused.class)
          .hasMessage(
              "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED  The sealed file is damaged or incomplete"
                  + " (DAMAGED): the integrity hash does not match the content. Its content was"
                  + " ignored. Seal it again and send it under a new file id.");
      assertThatThrownBy(stream::read).isInstanceOf(EnvelopeRefused.class);
      assertThatThrownBy(stream::verify).isInstanceOf(EnvelopeRefused.class);
    }
  }

  private static String limited(byte[] sealed, long maxBytes, int maxRatio) throws IOException {
    EnvelopeLimits limits =
        new EnvelopeLimits(maxBytes, maxRatio, Duration.ofDays(30), Duration.ofMinutes(10));
    try {
      Envelopes.open(sealed, GATEWAY, NOW, limits, PARTNER.certificate());
      return "opens";
    } catch (EnvelopeRefused e) {
      assertThat(e)
          .hasMessageStartingWith("F112_THREAT_SCAN  The sealed file is ")
          .hasMessageContaining("larger");
      return e.fault().name();
    }
  }
}
