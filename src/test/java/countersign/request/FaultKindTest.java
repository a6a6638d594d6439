package countersign.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.InvalidKeyException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault without a code is named by its kind, not by a class and not by its message. */
class FaultKindTest {
  private static final String VALUE = "912-40-1234";

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new SQLException(VALUE, "23505"), "DATABASE 23505"),
        Arguments.of(new SQLTransientConnectionException(VALUE), "DATABASE"),
        Arguments.of(new ConnectException(VALUE), "NETWORK"),
        Arguments.of(new SocketTimeoutException(VALUE), "TIMED_OUT"),
        Arguments.of(new FileNotFoundException(VALUE), "INPUT_OUTPUT"),
        Arguments.of(new InvalidKeyException(VALUE), "CRYPTOGRAPHY"),
        Arguments.of(new InterruptedException(VALUE), "INTERRUPTED"),
        Arguments.of(new OutOfMemoryError(VALUE), "NO_MEMORY"),
        Arguments.of(new NullPointerException(VALUE), "DEFECT_NULL"),
        Arguments.of(new IllegalStateException(VALUE), "DEFECT_STATE"),
        Arguments.of(new NumberFormatException(VALUE), "DEFECT_RANGE"),
        Arguments.of(new IllegalArgumentException(VALUE), "DEFECT_ARGUMENT"),
        Arguments.of(new ClassCastException(VALUE), "DEFECT_TYPE"),
        Arguments.of(new CompletionException(VALUE, null), "UNEXPECTED"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_named_by_its_kind(Throwable thrown, String words) {
    assertThat(FaultKind.words(thrown)).isEqualTo(words);
  }

  @Test
  void a_fault_of_a_library_is_named_by_what_the_library_talks_to() {
    assertThat(FaultKind.of(new jakarta.jms.JMSException(VALUE))).isEqualTo(FaultKind.BROKER);
    assertThat(FaultKind.of(new com.jcraft.jsch.JSchException(VALUE))).isEqualTo(FaultKind.NETWORK);
    assertThat(FaultKind.of(new org.springframework.dao.DuplicateKeyException(VALUE)))
        .isEqualTo(FaultKind.DATABASE);
  }

  @Test
  void the_first_cause_says_what_failed() {
    Exception first = new SQLException(VALUE, "08001");
    assertThat(FaultKind.rootWords(new IllegalStateException(VALUE, first)))
        .isEqualTo("DATABASE 08001");
  }
}
