package countersign.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * The kind of a fault that has no code of its own, in a word for logs and for the cause of waiting
 * work. It says nothing of the data: a message may quote them.
 */
public enum FaultKind {
  /** The database refused a statement or a connection; the SQL state says why. */
  DATABASE,
  /** The message broker. */
  BROKER,
  /** A server or a connection does not answer, or the connection broke. */
  NETWORK,
  /** Something did not end in time. */
  TIMED_OUT,
  /** A file or a stream could not be read or written. */
  INPUT_OUTPUT,
  /** A key or a cipher could not be used. */
  CRYPTOGRAPHY,
  /** The work was interrupted, for example at shutdown. */
  INTERRUPTED,
  /** Memory or stack is used up. */
  NO_MEMORY,
  /** Defect of the program: a value is missing. */
  DEFECT_NULL,
  /** Defect of the program: an object is not in the state that it must be in. */
  DEFECT_STATE,
  /** Defect of the program: an argument that is not allowed. */
  DEFECT_ARGUMENT,
  /** Defect of the program: a number or an index out of its range. */
  DEFECT_RANGE,
  /** Defect of the program: a value of another type. */
  DEFECT_TYPE,
  /** Any other fault: the log shows where it was thrown. */
  UNEXPECTED;

  private static final Map<Class<? extends Throwable>, FaultKind> TYPES = new LinkedHashMap<>();

  /** Packages of libraries whose types this package does not know. */
  private static final Map<String, FaultKind> PACKAGES =
      Map.of(
          "jakarta.jms.", BROKER,
          "org.apache.activemq.", BROKER,
          "org.springframework.jms.", BROKER,
          "com.jcraft.jsch.", NETWORK,
          "org.postgresql.", DATABASE,
          "org.springframework.dao.", DATABASE,
          "org.springframework.jdbc.", DATABASE,
          "org.springframework.transaction.", DATABASE,
          "com.google.crypto.", CRYPTOGRAPHY,
          "org.bouncycastle.", CRYPTOGRAPHY);

  static { // the first that fits
    TYPES.put(SQLException.class, DATABASE);
    TYPES.put(SocketTimeoutException.class, TIMED_OUT);
    TYPES.put(TimeoutException.class, TIMED_OUT);
    TYPES.put(SocketException.class, NETWORK);
    TYPES.put(UnknownHostException.class, NETWORK);
    TYPES.put(ClosedByInterruptException.class, INTERRUPTED);
    TYPES.put(InterruptedException.class, INTERRUPTED);
    TYPES.put(IOException.class, INPUT_OUTPUT);
    TYPES.put(UncheckedIOException.class, INPUT_OUTPUT);
    TYPES.put(GeneralSecurityException.class, CRYPTOGRAPHY);
    TYPES.put(VirtualMachineError.class, NO_MEMORY);
    TYPES.put(NullPointerException.class, DEFECT_NULL);
    TYPES.put(IllegalStateException.class, DEFECT_STATE);
    TYPES.put(UnsupportedOperationException.class, DEFECT_STATE);
    TYPES.put(ArithmeticException.class, DEFECT_RANGE);
    TYPES.put(IndexOutOfBoundsException.class, DEFECT_RANGE);
    TYPES.put(NumberFormatException.class, DEFECT_RANGE);
    TYPES.put(java.time.DateTimeException.class, DEFECT_RANGE);
    TYPES.put(IllegalArgumentException.class, DEFECT_ARGUMENT);
    TYPES.put(ClassCastException.class, DEFECT_TYPE);
  }

  /** The kind of this exception, whatever its cause is. */
  public static FaultKind of(Throwable thrown) {
    for (Map.Entry<String, FaultKind> library : PACKAGES.entrySet()) {
      if (thrown.getClass().getName().startsWith(library.getKey())) {
        return library.getValue();
      }
    }
    for (Map.Entry<Class<? extends Throwable>, FaultKind> type : TYPES.entrySet()) {
      if (type.getKey().isInstance(thrown)) {
        return type.getValue();
      }
    }
    return UNEXPECTED;
  }

  /** The kind of this exception, with the SQL state that it carries: {@code DATABASE 23505}. */
  public static String words(Throwable thrown) {
    String state = thrown instanceof SQLException sql ? sql.getSQLState() : null;
    String kind = of(thrown).name();
    return state == null ? kind : kind + " " + state;
  }

  /** The kind of the exception with which it began, with its SQL state. */
  public static String rootWords(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return words(root);
  }
}
