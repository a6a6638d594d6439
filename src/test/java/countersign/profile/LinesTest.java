package countersign.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.Refused;
import countersign.testkit.RequestFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static Lines lines(String text, boolean quoted) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), quoted);
  }

  private static String text(Lines.Raw raw) {
    return new String(raw.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_line_of_two_gigabytes_stops_the_reading_after_its_first_buffer() {
    AtomicLong given = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException("bytes come in blocks");
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            given.addAndGet(length);
            return given.get() > 1L << 31 ? -1 : length;
          }
        };

    assertThatThrownBy(() -> new Lines(endless, false).next())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("F112_THREAT_SCAN");
    assertThat(given.get()).isLessThan(1 << 20);
  }

  @Test
  void the_longest_line_is_64_kib() throws IOException {
    String longest = "x".repeat(Lines.MAX_BYTES);

    assertThat(lines(longest + "\n", false).next().bytes()).hasSize(Lines.MAX_BYTES);
    assertThatThrownBy(() -> lines(longest + "x\n", false).next()).isInstanceOf(Refused.class);
  }

  @Test
  void the_hash_covers_everything_before_the_last_record() throws IOException {
    Lines lines = lines("one\ntwo\nlast\n", false);
    while (lines.next() != null) {
      assertThat(lines.hashBeforeLast()).isNotEmpty();
    }

    assertThat(lines.hashBeforeLast())
        .isEqualTo(RequestFile.sha256("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_line_feed_between_quotes_belongs_to_a_csv_record() throws IOException {
    Lines lines = lines("R,\"a\nb\"\nT,1\n", true);

    assertThat(text(lines.next())).isEqualTo("R,\"a\nb\"");
    Lines.Raw last = lines.next();
    assertThat(text(last)).isEqualTo("T,1");
    assertThat(last.number()).isEqualTo(3);
    assertThat(lines.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R,5\" pipe",
        "R, \"x",
        "R,\"a\"\"b\"",
        "R,\"\"",
        "R,\"a\"b\"",
        "\ufeff\"H\",\"a\"",
      })
  void a_quote_that_opens_no_cell_does_not_join_lines(String record) throws IOException {
    Lines lines = lines(record + "\nT,1\n", true);

    assertThat(text(lines.next())).isEqualTo(record);
    assertThat(text(lines.next())).isEqualTo("T,1");
  }

  @Test
  void a_quoted_cell_after_the_byte_order_mark_may_hold_a_line_feed() throws IOException {
    assertThat(text(lines("\ufeff\"H\nx\",1\n", true).next())).isEqualTo("\ufeff\"H\nx\",1");
    assertThat(text(lines("H\n\ufeff\"R\nx\"\n", true).next())).isEqualTo("H");
  }

  @Test
  void a_last_line_without_a_line_feed_is_marked() throws IOException {
    Lines lines = lines("one\n\nlast", false);

    assertThat(lines.next().ended()).isTrue();
    assertThat(lines.next().bytes()).isEmpty();
    assertThat(lines.next().ended()).isFalse();
  }
}
