package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.FileDetail;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Unavailable;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jms.UncategorizedJmsException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** One table sorts every cause of a failed step. */
class FaultSortTest {

  @ParameterizedTest
  @CsvSource({
    "08000, AWAY",
    "08001, AWAY",
    "08003, AWAY",
    "08004, AWAY",
    "08006, AWAY",
    "25006, AWAY",
    "53000, AWAY",
    "53100, AWAY",
    "53200, AWAY",
    "53300, AWAY",
    "57014, AWAY",
    "57P01, AWAY",
    "57P02, AWAY",
    "57P03, AWAY",
    "57P05, AWAY",
    "58000, AWAY",
    "58030, AWAY",
    "40001, CROSSED",
    "40P01, CROSSED",
    "55P03, CROSSED",
    "22001, DEFECT",
    "23505, DEFECT",
    "25P02, DEFECT",
    "42501, DEFECT",
    "42P01, DEFECT",
    "P0001, DEFECT",
    "XX000, DEFECT",
  })
  void each_sql_state_class_has_its_sort(String state, FaultSort sort) {
    SQLException thrown = new SQLException("quotes 987-45-6321", state);

    assertThat(FaultSort.of(thrown)).isEqualTo(sort);
    assertThat(FaultSort.of(new IllegalStateException(thrown))).isEqualTo(sort);
    assertThat(FaultSort.of(new TransactionSystemException("rollback", thrown))).isEqualTo(sort);
    assertThat(FaultSort.isDatabaseAway(thrown)).isEqualTo(sort == FaultSort.AWAY);
  }

  @Test
  void an_sql_exception_without_a_state_is_a_cut_connection() {
    SQLException none = new SQLException("Connection is closed", (String) null);

    assertThat(FaultSort.of(none)).isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.of(new SQLException((String) null))).isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.awayCode(none)).isEqualTo("DATABASE_DOWN");
  }

  @Test
  void a_rollback_that_fails_is_a_cut_connection() {
    TransactionSystemException bare = new TransactionSystemException("Could not roll back");
    TransactionSystemException cut =
        new TransactionSystemException("Could not roll back", new SQLException("closed", "08003"));

    assertThat(FaultSort.of(bare)).isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.of(cut)).isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.awayCode(bare)).isEqualTo("DATABASE_DOWN");
  }

  @Test
  void a_commit_that_violates_a_constraint_is_a_defect() {
    assertThat(
            FaultSort.of(
                new TransactionSystemException("Could not commit", new SQLException("", "23505"))))
        .isEqualTo(FaultSort.DEFECT);
    assertThat(FaultSort.of(new DuplicateKeyException("", new SQLException("", "23505"))))
        .isEqualTo(FaultSort.DEFECT);
  }

  @Test
  void a_connection_that_cannot_be_had_is_away_whatever_its_state() {
    SQLException refused = new SQLTransientConnectionException("not available", "55000");

    assertThat(FaultSort.of(new CannotGetJdbcConnectionException("none", refused)))
        .isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.of(new CannotCreateTransactionException("none", refused)))
        .isEqualTo(FaultSort.AWAY);
  }

  @Test
  void the_next_exception_of_a_batch_counts_as_well() {
    SQLException batch = new BatchUpdateException("Batch entry", "25P02", new int[0]);
    batch.setNextException(new SQLException("terminating", "57P01"));

    assertThat(FaultSort.of(batch)).isEqualTo(FaultSort.AWAY);
  }

  @Test
  void a_step_s_failure_is_sorted_through_its_closed_form() {
    FaultSort sort = FaultSort.DEFECT;
    try {
      ClosedFailure.during(
          () -> {
            throw new IllegalStateException(new SQLException("terminating", "57P01"));
          });
    } catch (ClosedFailure closed) {
      sort = FaultSort.of(closed);
    }

    assertThat(sort).isEqualTo(FaultSort.AWAY);
  }

  @Test
  void broker_and_network_are_away_under_their_own_words() {
    assertThat(FaultSort.awayCode(new UncategorizedJmsException("gone"))).isEqualTo("BROKER_DOWN");
    assertThat(FaultSort.awayCode(new JMSException("gone"))).isEqualTo("BROKER_DOWN");
    assertThat(FaultSort.of(new SocketException("reset"))).isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.of(new SocketTimeoutException("slow"))).isEqualTo(FaultSort.AWAY);
    assertThat(FaultSort.awayCode(new Unavailable("RECORDS_DOWN", "Away.", null)))
        .isEqualTo("RECORDS_DOWN");
  }

  @Test
  void a_refusal_or_a_hold_waits_for_the_rules_or_a_person() {
    assertThat(FaultSort.of(new Refused(List.of(ReasonCode.F109_SCHEMA), List.<FileDetail>of())))
        .isEqualTo(FaultSort.REFUSED);
    assertThat(FaultSort.of(new Held(ReasonCode.D409_CRYPTO, "No key.")))
        .isEqualTo(FaultSort.REFUSED);
  }

  @Test
  void anything_else_is_a_defect() {
    assertThat(FaultSort.of(new NullPointerException())).isEqualTo(FaultSort.DEFECT);
    assertThat(FaultSort.of(new IllegalStateException("the database is away")))
        .isEqualTo(FaultSort.DEFECT);
    assertThat(FaultSort.of(new IOException("damaged"))).isEqualTo(FaultSort.DEFECT);
  }

  @Test
  void a_stop_or_a_veto_is_no_outage_and_keeps_its_last_try() {
    assertThat(FaultSort.hasNoLastTry("RECORDS_DOWN")).isTrue();
    assertThat(FaultSort.hasNoLastTry("DATABASE_DOWN")).isTrue();
    assertThat(FaultSort.hasNoLastTry("FOLDERS_NOT_COMPARED")).isTrue();
    assertThat(FaultSort.hasNoLastTry("STOPPED")).isFalse();
    assertThat(FaultSort.hasNoLastTry("UPLOAD_UNDER_WAY")).isFalse();
  }
}
