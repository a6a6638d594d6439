package countersign.pipeline;

import countersign.pause.PartnerPauses;
import countersign.request.FaultKind;
import countersign.request.Held;
import countersign.request.Refused;
import countersign.request.Unavailable;
import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jms.JmsException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What a failed step means for its work. One table sorts every cause, because a wrong sort parks
 * work for a person that would have succeeded a second later.
 *
 * @see <a href="../../../../../docs/runbook.md">runbook, park</a>
 */
public enum FaultSort {
  /**
   * A part outside the gateway does not answer, or its connection was cut. The work waits with a
   * growing delay and has no last try.
   */
  AWAY,
  /** The database rolled the transaction back because of another one. It is tried again. */
  CROSSED,
  /** The rules or a person decide; no repetition helps. */
  REFUSED,
  /** A defect of the gateway. The work is parked. */
  DEFECT;

  /** The suffix of every cause code that names a part that does not answer. */
  private static final String DOWN = "_DOWN";

  /**
   * SQL states by their first characters; the longest that fits counts, and any other state is a
   * defect. The states are those of PostgreSQL.
   */
  private static final Map<String, FaultSort> SQL_STATES =
      Map.of(
          "08", AWAY, // connection
          "25006", AWAY, // the server is a standby: a failover is under way
          "40", CROSSED, // serialization, deadlock
          "53", AWAY, // too many connections, no memory, no space on the disk
          "55P03", CROSSED, // a lock is not available
          "57", AWAY, // an administrator ended it, the server starts or stops
          "58", AWAY); // the server's disk or system

  /** Sorts an exception by everything that led to it. */
  public static FaultSort of(Throwable thrown) {
    FaultSort sort = DEFECT;
    for (Throwable link : links(ClosedFailure.opened(thrown))) {
      FaultSort found = ofLink(link);
      if (found != DEFECT && (sort == DEFECT || found.compareTo(sort) < 0)) {
        sort = found;
      }
    }
    return sort;
  }

  private static FaultSort ofLink(Throwable link) {
    if (link instanceof Refused || link instanceof Held) {
      return REFUSED;
    }
    if (link instanceof Unavailable || isPartAway(link)) {
      return AWAY;
    }
    if (link instanceof SQLException sql) {
      return ofState(sql.getSQLState());
    }
    return switch (FaultKind.of(link)) {
      case NETWORK, TIMED_OUT, INTERRUPTED -> AWAY;
      default -> DEFECT;
    };
  }

  /** No connection, no answer of the broker, or a rollback that failed without an SQL state. */
  private static boolean isPartAway(Throwable link) {
    return link instanceof CannotGetJdbcConnectionException
        || link instanceof CannotCreateTransactionException
        || (link instanceof TransactionSystemException && link.getCause() == null)
        || link instanceof JmsException
        || link instanceof JMSException;
  }

  /** The driver and the pool give no state when a connection ends while a statement runs. */
  static FaultSort ofState(@Nullable String state) {
    if (state == null || state.isBlank()) {
      return AWAY;
    }
    for (int length = state.length(); length > 0; length--) {
      FaultSort found = SQL_STATES.get(state.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return DEFECT;
  }

  /** Whether the gateway's own database is the part that is away. */
  public static boolean isDatabaseAway(Throwable thrown) {
    return of(thrown) == AWAY
        && links(ClosedFailure.opened(thrown)).stream()
            .anyMatch(link -> FaultKind.of(link) == FaultKind.DATABASE);
  }

  /** The cause code of work whose step failed with an {@link #AWAY} exception. */
  static String awayCode(Throwable thrown) {
    if (isDatabaseAway(thrown)) {
      return Unavailable.DATABASE_DOWN;
    }
    boolean broker =
        links(ClosedFailure.opened(thrown)).stream()
            .anyMatch(link -> FaultKind.of(link) == FaultKind.BROKER);
    return broker ? Unavailable.BROKER_DOWN : causeOf(thrown);
  }

  /**
   * Whether work with this cause waits for a part outside the gateway, for a partner that is paused
   * or whose folders were not compared yet, or for two signatories, and so has no last try.
   */
  static boolean hasNoLastTry(String causeCode) {
    return causeCode.endsWith(DOWN)
        || causeCode.equals(PartnerPauses.PAUSED)
        || causeCode.equals(Unavailable.FOLDERS_NOT_COMPARED)
        || causeCode.equals(Unavailable.DATABASE_OLDER);
  }

  /**
   * Value for the {@code cause} column: a code, or the kind of the fault with the SQL state; never
   * a message, because messages may contain personal data.
   */
  public static String causeOf(Throwable thrown) {
    Throwable root = ClosedFailure.opened(thrown);
    while (root.getCause() != null && root.getCause() != root) {
      if (root instanceof Refused || root instanceof Held || root instanceof Unavailable) {
        break;
      }
      root = root.getCause();
    }
    if (root instanceof Refused refused) {
      return refused.codes().get(0).name();
    }
    if (root instanceof Held held) {
      return held.code().name();
    }
    if (root instanceof Unavailable away) {
      return away.causeCode();
    }
    return FaultKind.words(root);
  }

  /** The exception, its causes, and the further exceptions of a failed batch. */
  private static List<Throwable> links(Throwable thrown) {
    List<Throwable> links = new ArrayList<>();
    Throwable link = thrown;
    while (link != null && !links.contains(link)) {
      links.add(link);
      if (link instanceof SQLException sql && sql.getNextException() != null) {
        links.add(sql.getNextException());
      }
      link = link.getCause();
    }
    return links;
  }
}
