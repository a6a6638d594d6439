package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a log shows of a failure says where and of what kind, and nothing that was in it. */
class LoggedFailureTest {

  @Test
  void classes_frames_and_the_sql_state_stay_and_every_message_goes() {
    SQLException inner = new SQLException("Key (tin)=(912-40-1234) exists", "23505");
    IllegalStateException outer = new IllegalStateException("912-40-1234", inner);

    LoggedFailure shown = new LoggedFailure(outer);

    assertThat(shown).hasMessage("IllegalStateException");
    assertThat(shown.getStackTrace()).isEqualTo(outer.getStackTrace());
    assertThat(shown.getCause()).hasMessage("SQLException 23505").hasNoCause();
  }

  @Test
  void an_exception_without_a_cause_has_none() {
    assertThat(new LoggedFailure(new ArithmeticException("912"))).hasNoCause();
  }
}
