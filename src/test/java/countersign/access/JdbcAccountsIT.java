package countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.request.Role;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Accounts on a real database. */
class JdbcAccountsIT {
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
  private final SettableClock clock = new SettableClock();
  private final JdbcAccounts accounts =
      new JdbcAccounts(jdbc, new BCryptPasswordEncoder(4), AccessFixtures.FAST, clock);

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
  void the_third_failure_locks_for_15_minutes_and_then_the_count_starts_at_zero() {
    String password = accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    fail("adams", 2);
    assertThat(accounts.signIn("adams", password)).as("two are forgiven").isPresent();
    fail("adams", 3);
    assertThat(accounts.signIn("adams", password)).isEmpty();
    assertThat(accounts.byName("adams").orElseThrow().lockedUntil())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));

    clock.passes(Duration.ofMinutes(14));
    assertThat(accounts.signIn("adams", password)).isEmpty();
    clock.passes(Duration.ofMinutes(2));
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
  void a_name_can_be_used_only_once() {
    accounts.create("adams", Set.of(Role.AUDITOR));
    assertThatThrownBy(() -> accounts.create("adams", Set.of(Role.AUDITOR)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("An account already has the name adams already");
    assertThatThrownBy(() -> accounts.create("Adams Smith", Set.of(Role.AUDITOR)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(accounts.all()).extracting(Account::name).containsExactly("adams");
  }

  @Test
  void the_database_too_refuses_a_reviewer_who_is_an_operator() {
    assertThatThrownBy(() -> accounts.create("adams", Set.of(Role.FIRST_REVIEWER, Role.OPERATOR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A reviewer cannot also be submitter, operator");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into account (account, password, roles, created_at, password_set_at)
                        values ('x', 'y', '{COUNTERSIGNER,OPERATOR}', now(), now())
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(accounts.signIn(name, "wrong " + i)).isEmpty();
    }
  }
}
