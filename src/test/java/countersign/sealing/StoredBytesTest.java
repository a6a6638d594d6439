package countersign.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream of stored bytes fails before its end unless it contains what was sealed. */
class StoredBytesTest {
  private static final int BLOCK = 10;
  private static final byte[] SEALED = "the bytes that the gateway sealed".getBytes(US_ASCII);

  @Test
  void the_sealed_bytes_are_read_to_their_end() throws IOException {
    try (InputStream in = stored(SEALED)) {
      assertThat(in.readAllBytes()).isEqualTo(SEALED);
    }
  }

  @Test
  void a_single_byte_can_be_read_at_a_time() throws IOException {
    try (InputStream in = stored(SEALED)) {
      assertThat(in.read()).isEqualTo('t');
      assertThat(in.readNBytes(100)).hasSize(SEALED.length - 1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  static Stream<byte[]> others() {
    byte[] first = SEALED.clone();
    first[0]++;
    byte[] last = SEALED.clone();
    last[SEALED.length - 1]++;
    return Stream.of(
        first,
        last,
        new byte[0],
        Arrays.copyOf(SEALED, SEALED.length - 1),
        Arrays.copyOf(SEALED, SEALED.length + 1),
        Arrays.copyOf(SEALED, 3 * BLOCK));
  }

  @ParameterizedTest
  @MethodSource("others")
  void other_bytes_fail_before_the_end(byte[] other) throws IOException {
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    try (InputStream in = stored(other)) {
      assertThatThrownBy(() -> in.transferTo(left)).isInstanceOf(SealedBytesChanged.class);
    }
    assertThat(left.size()).isLessThan(SEALED.length);
  }

  private static InputStream stored(byte[] bytes) {
    return new StoredBytes(
        from ->
            Arrays.copyOfRange(
                bytes,
                Math.min((int) from, bytes.length),
                Math.min((int) from + BLOCK, bytes.length)),
        SEALED.length,
        Sha256.hex(SEALED));
  }
}
