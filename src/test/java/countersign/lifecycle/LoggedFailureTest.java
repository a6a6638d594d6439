package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A logged failure shows its kind and location but no data. */
class LoggedFailureTest {

  @Test
  void a_logged_failure_keeps_kinds_frames_and_sql_state_and_drops_every_message() {
    SQLException inner = new SQLException("Key (tin)=(912-40-1234) exists", "23505");
    IllegalStateException outer = new IllegalStateException("912-40-1234", inner);

    LoggedFailure shown = new LoggedFailure(outer);

    assertThat(shown).hasMessage("DEFECT_STATE");
    assertThat(shown.getStackTrace()).isEqualTo(outer.getStackTrace());
    assertThat(shown.getCause()).hasMessage("DATABASE 23505").hasNoCause();
  }

  @Test
  void an_exception_without_a_cause_is_logged_without_a_cause() {
    assertThat(new LoggedFailure(new ArithmeticException("912"))).hasNoCause();
  }
}
