package countersign.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.lifecycle.Lifecycle;
import countersign.request.Role;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Accounts on a real database, with the role of the owner of the tables. */
class JdbcAccountsIT {
  private static final String OFFICE = "192.0.2.7";

  private final DataSource owner = TestDatabase.asSuperuser(TestDatabase.fresh());
  private final JdbcClient jdbc = JdbcClient.create(owner);
  private final SettableClock clock = new SettableClock();
  private final JdbcAccounts accounts =
      new JdbcAccounts(
          jdbc,
          new BCryptPasswordEncoder(4),
          AccessFixtures.FAST,
          Lifecycle.on(owner, clock),
          clock);

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
  void the_third_failure_from_new_places_locks_for_15_minutes_and_then_the_count_is_zero() {
    String password = accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    for (int i = 0; i < 3; i++) {
      assertThat(signIn("wrong", "198.51.100." + i)).isFalse();
    }
    assertThat(signIn(password, "203.0.113.1")).isFalse();
    assertThat(accounts.byName("adams").orElseThrow().lockedUntil())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));

    clock.passes(Duration.ofMinutes(14));
    assertThat(signIn(password, "203.0.113.1")).isFalse();
    clock.passes(Duration.ofMinutes(2));
    assertThat(signIn("wrong", "203.0.113.1")).isFalse();
    assertThat(signIn(password, "203.0.113.1")).isTrue();
    assertThat(accounts.byName("adams").orElseThrow().lockedUntil()).isNull();
  }

  @Test
  void failures_elsewhere_do_not_lock_a_place_from_which_the_account_signed_in() {
    String password = accounts.create("adams", Set.of(Role.COUNSEL));
    assertThat(signIn(password, OFFICE)).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(signIn("wrong", "198.51.100." + i)).isFalse();
    }
    assertThat(signIn(password, "198.51.100.1")).as("new places are locked").isFalse();
    assertThat(signIn(password, OFFICE)).isTrue();

    for (int i = 0; i < 3; i++) {
      assertThat(signIn("wrong", OFFICE)).isFalse();
    }
    assertThat(signIn(password, OFFICE)).as("this place locks itself").isFalse();
    assertThat(accounts.confirm("adams", password, OFFICE)).as("a session goes on").isTrue();
    clock.passes(Duration.ofMinutes(16));
    assertThat(signIn(password, OFFICE)).isTrue();
  }

  @Test
  void a_place_is_new_again_after_30_days() {
    String password = accounts.create("adams", Set.of(Role.COUNSEL));
    assertThat(signIn(password, OFFICE)).isTrue();
    clock.passes(Duration.ofDays(31));
    for (int i = 0; i < 3; i++) {
      assertThat(signIn("wrong", "198.51.100.1")).isFalse();
    }
    assertThat(signIn(password, OFFICE)).isFalse();
  }

  @Test
  void a_source_with_thirty_failures_is_not_listened_to_for_15_minutes() {
    String password = accounts.create("adams", Set.of(Role.COUNSEL));
    assertThat(signIn(password, OFFICE)).isTrue();
    for (int i = 0; i < 30; i++) {
      assertThat(accounts.signIn("name" + i, "x", "198.51.100.9", AccessRecord.Door.CALL))
          .isEmpty();
      assertThat(accounts.signIn("name" + i, "x", OFFICE, AccessRecord.Door.CALL)).isEmpty();
    }
    assertThat(signIn(password, "198.51.100.9")).isFalse();
    assertThat(signIn(password, OFFICE)).as("a known pair is").isTrue();
    clock.passes(Duration.ofMinutes(16));
    assertThat(signIn(password, "198.51.100.9")).isTrue();
  }

  @Test
  void three_wrong_passwords_on_pages_lock_only_the_pages() {
    String password = accounts.create("adams", Set.of(Role.COUNSEL));
    for (int i = 0; i < 3; i++) {
      assertThat(accounts.confirm("adams", "wrong", OFFICE)).isFalse();
    }
    assertThat(accounts.confirm("adams", password, OFFICE)).isFalse();
    assertThat(signIn(password, OFFICE)).isTrue();
    clock.passes(Duration.ofMinutes(16));
    assertThat(accounts.confirm("adams", password, OFFICE)).isTrue();
  }

  @Test
  void a_new_password_lifts_every_lock_and_ends_sessions() {
    String first = accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    assertThat(signIn(first, OFFICE)).isTrue();
    long version = accounts.byName("adams").orElseThrow().version();
    for (int i = 0; i < 3; i++) {
      assertThat(signIn("wrong", OFFICE)).isFalse();
      assertThat(signIn("wrong", "198.51.100.1")).isFalse();
    }
    assertThat(accounts.isCurrent("adams", version)).isTrue();
    String fresh = accounts.resetPassword("adams");
    assertThat(signIn(first, OFFICE)).isFalse();
    assertThat(signIn(fresh, OFFICE)).isTrue();
    assertThat(signIn(fresh, "198.51.100.2")).isTrue();
    assertThat(accounts.isCurrent("adams", version)).isFalse();
  }

  @Test
  void a_disabled_account_signs_in_nowhere_and_its_sessions_end() {
    String password = accounts.create("adams", Set.of(Role.FIRST_REVIEWER));
    assertThat(signIn(password, OFFICE)).isTrue();
    long version = accounts.byName("adams").orElseThrow().version();
    accounts.disable("adams");
    assertThat(signIn(password, OFFICE)).isFalse();
    assertThat(accounts.confirm("adams", password, OFFICE)).isFalse();
    assertThat(accounts.isCurrent("adams", version)).isFalse();
    assertThatThrownBy(() -> accounts.disable("baker")).isInstanceOf(IllegalStateException.class);
    assertThat(
            jdbc.sql("select verb || ' ' || subject from event order by id")
                .query(String.class)
                .list())
        .containsExactly("amend account/adams", "sign_in account/adams", "amend account/adams");
  }

  @Test
  void a_name_can_be_used_only_once() {
    accounts.create("adams", Set.of(Role.AUDITOR));
    assertThatThrownBy(() -> accounts.create("adams", Set.of(Role.AUDITOR)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("An account already has the name adams");
    assertThatThrownBy(() -> accounts.create("Adams Smith", Set.of(Role.AUDITOR)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(accounts.all()).extracting(Account::name).containsExactly("adams");
  }

  @Test
  void the_database_too_refuses_a_reviewer_who_is_an_operator_or_an_administrator() {
    assertThatThrownBy(() -> accounts.create("adams", Set.of(Role.FIRST_REVIEWER, Role.OPERATOR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A reviewer cannot also be submitter, operator");
    for (String other : List.of("OPERATOR", "ADMINISTRATOR")) {
      assertThatThrownBy(
              () ->
                  jdbc.sql(
                          """
                          insert into account (account, password, roles, created_at, password_set_at)
                          values ('x', 'y', array['COUNTERSIGNER', ?], now(), now())
                          """)
                      .param(other)
                      .update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private boolean signIn(String password, String address) {
    return accounts.signIn("adams", password, address, AccessRecord.Door.PAGE).isPresent();
  }
}
