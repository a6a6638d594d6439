package countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.request.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Accounts on a real database. */
class JdbcAccountsIT {
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
  private final SetClock clock = new SetClock();
  private final JdbcAccounts accounts = new JdbcAccounts(jdbc, new BCryptPasswordEncoder(4), clock);

  @Test
  void a_new_account_signs_in_with_its_generated_password_and_no_other() {
    String password = accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    assertThat(password.length()).isGreaterThanOrEqualTo(14);
    assertThat(accounts.signIn("adams", password))
        .map(Account::roles)
        .hasValue(Set.of(Role.FIRST_REVIEWER));
    assertThat(accounts.signIn("adams", password + "x")).isEmpty();
    assertThat(accounts.signIn("nobody", password)).isEmpty();
    assertThat(jdbc.sql("select password from account").query(String.class).single())
        .doesNotContain(password);
  }

  @Test
  void the_third_failure_locks_for_15_minutes_and_then_counts_anew() {
    String password = accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    fail("adams", 2);
    assertThat(accounts.signIn("adams", password)).as("two are forgiven").isPresent();
    fail("adams", 3);
    assertThat(accounts.signIn("adams", password)).isEmpty();
    assertThat(accounts.byName("adams").orElseThrow().lockedUntil())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));

    clock.now = clock.now.plus(Duration.ofMinutes(14));
    assertThat(accounts.signIn("adams", password)).isEmpty();
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    fail("adams", 1);
    assertThat(accounts.signIn("adams", password)).isPresent();
    assertThat(accounts.byName("adams").orElseThrow().lockedUntil()).isNull();
  }

  @Test
  void a_new_password_lifts_the_lock() {
    accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    fail("adams", 3);
    String fresh = accounts.resetPassword("adams");
    assertThat(accounts.signIn("adams", fresh)).isPresent();
  }

  @Test
  void a_name_is_given_once() {
    accounts.create("adams", Set.of(Role.AUDITOR));
    assertThatThrownBy(() -> accounts.create("adams", Set.of(Role.AUDITOR)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is an account adams already");
    assertThatThrownBy(() -> accounts.create("Adams Smith", Set.of(Role.AUDITOR)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(accounts.all()).extracting(Account::name).containsExactly("adams");
  }

  @Test
  void a_reviewer_is_no_operator_not_even_by_the_database() {
    assertThatThrownBy(() -> accounts.create("adams", Set.of(Role.FIRST_REVIEWER, Role.OPERATOR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A reviewer is no submitter, operator");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into account (account, password, roles, created_at)
                        values ('x', 'y', '{COUNTERSIGNER,OPERATOR}', now())
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(accounts.signIn(name, "wrong " + i)).isEmpty();
    }
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
