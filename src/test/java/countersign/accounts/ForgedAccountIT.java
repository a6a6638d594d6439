package countersign.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.accounts.AccountChanges.Kind;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.testkit.SettableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cheats of somebody who has the password of the role for accounts. */
class ForgedAccountIT {
  private static final String PASSWORD = "chosen-by-the-cheat";

  private final DataSource application = TestDatabase.fresh();
  private final JdbcClient role = JdbcClient.create(TestDatabase.accounts(application));
  private final SettableClock clock = new SettableClock();
  private final SignedWorld world = new SignedWorld(application, clock);
  private final Accounts accounts = world.accounts();
  private final AccountChanges changes = world.changes();
  private final String hash = Encoders.argon2().encode(PASSWORD);

  @BeforeEach
  void two_administrators() {
    JdbcClient owner = JdbcClient.create(TestDatabase.asSuperuser(application));
    for (String name : new String[] {"first", "second"}) {
      AccessFixtures.account(owner, name, clock.instant(), Role.ADMINISTRATOR);
    }
  }

  @Test
  void an_account_that_only_rows_made_does_not_sign_in() {
    created("eve", confirmed("CREATE", "eve", "COUNSEL"));
    assertThat(accounts.byName("eve")).as("the database accepts the rows").isPresent();

    assertThat(accounts.signIn("eve", PASSWORD)).isEmpty();
    assertThat(accounts.signedInElsewhere("eve", "192.0.2.1", true)).isEmpty();
  }

  @Test
  void an_account_that_rows_and_unsigned_events_made_does_not_sign_in() {
    long number = confirmed("CREATE", "eve", "COUNSEL");
    created("eve", number);
    Map<String, String> facts = facts("CREATE", number, "COUNSEL");
    event(Verb.PROPOSE, "eve", "first", facts);
    event(Verb.AMEND, "eve", "second", facts);

    assertThat(accounts.signIn("eve", PASSWORD)).isEmpty();
  }

  @Test
  void signatures_of_another_change_make_no_account() {
    long right = propose(Kind.CREATE, "adams", Role.COUNSEL);
    changes.confirm(right, world.administrator("second"));
    long number = confirmed("CREATE", "eve", "COUNSEL");
    created("eve", number);
    copyEvents("adams", "eve", right, number);
    long reset = confirmed("RESET", "adams", "");
    role.sql(
            "update account set password = ?, password_set_at = now(), version = version + 1, proposal = ? where account = 'adams'")
        .params(hash, reset)
        .update();
    copyEvents("adams", "adams", right, reset);

    assertThat(accounts.signIn("eve", PASSWORD)).isEmpty();
    assertThat(accounts.signIn("adams", PASSWORD)).isEmpty();
  }

  @Test
  void forged_roles_keep_the_account_out_until_two_administrators_sign_others() {
    long right = propose(Kind.CREATE, "adams", Role.AUDITOR);
    String password =
        String.valueOf(changes.confirm(right, world.administrator("second")).password());
    assertThat(accounts.signIn("adams", password)).isPresent();
    role.sql(
            "update account set roles = '{COUNSEL}', version = version + 1, proposal = ? where account = 'adams'")
        .param(confirmed("ROLES", "adams", "COUNSEL"))
        .update();

    assertThat(accounts.signIn("adams", password)).isEmpty();

    long repaired = propose(Kind.ROLES, "adams", Role.AUDITOR);
    changes.confirm(repaired, world.administrator("second"));
    assertThat(accounts.signIn("adams", password).orElseThrow().roles())
        .containsExactly(Role.AUDITOR);
  }

  @Test
  void roles_that_the_owner_of_the_tables_changes_keep_the_account_out() {
    long right = propose(Kind.CREATE, "adams", Role.AUDITOR);
    String password =
        String.valueOf(changes.confirm(right, world.administrator("second")).password());
    JdbcClient.create(TestDatabase.asSuperuser(application))
        .sql("update account set roles = '{COUNSEL}' where account = 'adams'")
        .update();

    assertThat(accounts.signIn("adams", password)).isEmpty();
  }

  @Test
  void an_enabled_account_needs_two_signatures_too() {
    long right = propose(Kind.CREATE, "adams", Role.AUDITOR);
    String password =
        String.valueOf(changes.confirm(right, world.administrator("second")).password());
    long off = propose(Kind.DISABLE, "adams");
    changes.confirm(off, world.administrator("second"));
    role.sql(
            "update account set disabled_at = null, version = version + 1, proposal = ? where account = 'adams'")
        .param(confirmed("ENABLE", "adams", ""))
        .update();

    assertThat(accounts.byName("adams").orElseThrow().disabled()).isFalse();
    assertThat(accounts.signIn("adams", password)).isEmpty();
  }

  private long propose(Kind kind, String account, Role... roles) {
    return changes
        .propose(kind, account, Set.of(roles), "because", world.administrator("first"))
        .id();
  }

  /** Inserts a proposal of the first administrator and the second one's confirmation. */
  private long confirmed(String kind, String account, String roles) {
    long number =
        role.sql(
                """
                insert into account_proposal (kind, account, roles, reason, proposed_by, proposed_at, expires_at)
                values (?, ?, string_to_array(?, ' '), 'x', 'first', ?, ?) returning id
                """)
            .param(kind)
            .param(account)
            .param(roles)
            .param(Timestamp.from(clock.instant()))
            .param(Timestamp.from(clock.instant().plus(Duration.ofHours(1))))
            .query(Long.class)
            .single();
    role.sql(
            "insert into account_decision (proposal, decision, decided_by, decided_at) values (?, 'CONFIRMED', 'second', ?)")
        .params(number, Timestamp.from(clock.instant()))
        .update();
    return number;
  }

  private void created(String account, long proposal) {
    role.sql(
            "insert into account (account, password, roles, created_at, password_set_at, proposal) values (?, ?, '{COUNSEL}', now(), now(), ?)")
        .params(account, hash, proposal)
        .update();
  }

  private static Map<String, String> facts(String kind, long number, String roles) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kind", kind);
    facts.put("proposal", String.valueOf(number));
    facts.put("roles", roles);
    facts.put("proposedBy", "first");
    return facts;
  }

  private void event(Verb verb, String account, String by, Map<String, String> facts) {
    Lifecycle.on(TestDatabase.accounts(application), clock)
        .run(Actor.person(by), change -> change.event(verb, "account/" + account, facts));
  }

  /** Records the signed facts of one account's events again, about another account or number. */
  private void copyEvents(String from, String to, long number, long other) {
    countersign.ledger.LedgerFixtures.readerOn(application)
        .accountChanges(from)
        .forEach(
            told -> {
              Map<String, String> facts = new TreeMap<>(told.facts());
              if (String.valueOf(number).equals(facts.get("proposal"))) {
                facts.put("proposal", String.valueOf(other));
                event(told.verb(), to, told.actor().id(), facts);
              }
            });
  }
}
