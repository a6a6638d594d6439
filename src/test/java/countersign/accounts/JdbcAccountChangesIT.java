package countersign.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.accounts.AccountChanges.Kind;
import countersign.accounts.AccountChanges.Stage;
import countersign.accounts.ChangeRefused.Why;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two administrators change accounts, with the role for accounts on a real database. */
class JdbcAccountChangesIT {
  private static final String FORGED =
      "insert into account_proposal (kind, account, roles, reason, proposed_by, proposed_at,"
          + " expires_at) values ";

  private final DataSource application = TestDatabase.fresh();
  private final DataSource database = TestDatabase.accounts(application);
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final JdbcClient owner = JdbcClient.create(TestDatabase.asSuperuser(application));
  private final SettableClock clock = new SettableClock();
  private final SignedWorld world = new SignedWorld(application, clock);
  private final Accounts accounts = world.accounts();
  private final AccountChanges changes = world.changes();

  @BeforeEach
  void three_administrators_and_an_auditor() {
    for (String name : List.of("first", "second", "third")) {
      AccessFixtures.account(owner, name, clock.instant(), Role.ADMINISTRATOR);
    }
    AccessFixtures.account(owner, "audrey", clock.instant(), Role.AUDITOR);
  }

  @Test
  void a_second_administrator_confirms_each_kind_of_change_and_each_is_an_event() {
    String made = confirmed(Kind.CREATE, "adams", Set.of(Role.FIRST_REVIEWER));
    assertThat(accounts.signIn("adams", made)).isPresent();
    long version = accounts.byName("adams").orElseThrow().version();

    confirmed(Kind.ROLES, "adams", Set.of(Role.COUNTERSIGNER, Role.COUNSEL));
    assertThat(accounts.byName("adams").orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.COUNTERSIGNER, Role.COUNSEL);
    assertThat(accounts.isCurrent("adams", version)).isFalse();
    assertThat(accounts.isCurrent("adams", version + 1)).isTrue();

    String reset = confirmed(Kind.RESET, "adams", Set.of());
    assertThat(accounts.signIn("adams", made)).isEmpty();
    assertThat(accounts.signIn("adams", reset)).isPresent();

    confirmed(Kind.DISABLE, "adams", Set.of());
    assertThat(accounts.signIn("adams", reset)).isEmpty();
    assertThat(accounts.isCurrent("adams", version + 3)).isFalse();
    confirmed(Kind.ENABLE, "adams", Set.of());
    assertThat(accounts.signIn("adams", reset)).isPresent();

    assertThat(
            owner
                .sql("select verb from event where subject = 'account/adams' order by id")
                .query(String.class)
                .list()
                .stream()
                .filter(verb -> !verb.startsWith("sign")))
        .containsExactly(
            "propose", "amend", "propose", "amend", "propose", "amend", "propose", "amend",
            "propose", "amend");
    assertThat(
            owner.sql("select convert_from(bytes, 'UTF8') from event").query(String.class).list())
        .noneMatch(event -> event.contains("because"))
        .noneMatch(event -> event.contains(reset));
  }

  @Test
  void neither_the_proposer_nor_the_account_itself_confirms() {
    long create = proposed(Kind.CREATE, "adams", Set.of(Role.AUDITOR));
    refused(Why.SAME_PERSON, () -> changes.confirm(create, by("first")));
    long roles = proposed(Kind.ROLES, "second", Set.of(Role.AUDITOR, Role.ADMINISTRATOR));
    refused(Why.SAME_PERSON, () -> changes.confirm(roles, by("second")));
    refused(
        Why.SAME_PERSON,
        () -> changes.propose(Kind.ROLES, "first", Set.of(Role.AUDITOR), "because", by("first")));
    assertThat(changes.confirm(roles, by("third")).proposal().stage()).isEqualTo(Stage.CONFIRMED);
    assertThat(accounts.byName("adams")).isEmpty();
  }

  @Test
  void a_proposal_is_decided_once_and_expires_after_a_day() {
    long rejected = proposed(Kind.CREATE, "adams", Set.of(Role.AUDITOR));
    assertThat(changes.reject(rejected, by("first")).stage()).isEqualTo(Stage.REJECTED);
    refused(Why.OTHER_STATE, () -> changes.confirm(rejected, by("second")));
    long late = proposed(Kind.CREATE, "adams", Set.of(Role.AUDITOR));
    clock.passes(Duration.ofHours(24));
    refused(Why.OTHER_STATE, () -> changes.confirm(late, by("second")));
    assertThat(changes.recent(10))
        .extracting(AccountChanges.Proposal::stage)
        .containsExactly(Stage.EXPIRED, Stage.REJECTED);
    long twice = proposed(Kind.CREATE, "adams", Set.of(Role.AUDITOR));
    changes.confirm(twice, by("second"));
    refused(Why.OTHER_STATE, () -> changes.confirm(twice, by("third")));
    refused(Why.OTHER_STATE, () -> changes.reject(twice, by("third")));
    refused(Why.UNKNOWN, () -> changes.confirm(4711, by("third")));
  }

  @Test
  void a_change_that_is_not_possible_is_not_proposed() {
    refused(Why.MALFORMED, () -> proposed(Kind.CREATE, "Adams Smith", Set.of(Role.AUDITOR)));
    refused(Why.MALFORMED, () -> proposed(Kind.CREATE, "adams", Set.of()));
    refused(Why.MALFORMED, () -> proposed(Kind.DISABLE, "audrey", Set.of(Role.AUDITOR)));
    refused(
        Why.MALFORMED,
        () -> proposed(Kind.CREATE, "adams", Set.of(Role.ADMINISTRATOR, Role.COUNTERSIGNER)));
    refused(Why.UNKNOWN, () -> proposed(Kind.RESET, "adams", Set.of()));
    refused(Why.OTHER_STATE, () -> proposed(Kind.CREATE, "audrey", Set.of(Role.AUDITOR)));
    refused(Why.OTHER_STATE, () -> proposed(Kind.ROLES, "audrey", Set.of(Role.AUDITOR)));
    refused(Why.OTHER_STATE, () -> proposed(Kind.ENABLE, "audrey", Set.of()));
    assertThat(changes.recent(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into account (account, password, roles, created_at, password_set_at) values ('eve',"
            + " 'x', '{COUNSEL}', now(), now())",
        "update account set roles = '{COUNSEL}' where account = 'audrey'",
        "update account set roles = '{COUNSEL}', version = 2, proposal = 1 where account ="
            + " 'audrey'",
        "update account set disabled_at = now() where account = 'audrey'",
        "update account set password = 'x' where account = 'audrey'",
        "update account set password = 'x', password_set_at = now() where account = 'audrey'",
        "update account set version = 2 where account = 'audrey'",
        "update account set account = 'eve' where account = 'audrey'",
        "delete from account",
        "truncate account cascade",
        "update account_proposal set account = 'eve'",
        "delete from account_decision",
        "insert into account_decision (proposal, decision, decided_by, decided_at) values (1,"
            + " 'CONFIRMED', 'first', now())",
        "insert into account_decision (proposal, decision, decided_by, decided_at) values (1,"
            + " 'CONFIRMED', 'audrey', now())",
        "insert into account_decision (proposal, decision, decided_by, decided_at) values (1,"
            + " 'CONFIRMED', 'second', now() + interval '30 hours')",
        FORGED + "('ROLES', 'first', '{COUNSEL}', 'x', 'first', now(), now() + interval '1 hour')",
        FORGED + "('ROLES', 'first', '{COUNSEL}', 'x', 'second', now(), now() + interval '1 year')",
        "update access_record set account = 'eve'",
        "delete from access_record"
      })
  void one_statement_of_the_role_for_accounts_changes_no_account(String statement) {
    jdbc.sql(
            FORGED
                + "('ROLES', 'audrey', '{COUNSEL}', 'because', 'first', now(), now() + interval '1"
                + " hour')")
        .update();
    assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining("PSQLException");
    assertThat(accounts.byName("audrey").orElseThrow().roles()).containsExactly(Role.AUDITOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FORGED + "('CREATE', 'eve', '{COUNSEL}', 'x', 'first', now(), now() + interval '1 hour')",
        "insert into account_decision (proposal, decision, decided_by, decided_at) values (1,"
            + " 'CONFIRMED', 'second', now())",
        "insert into account (account, password, roles, created_at, password_set_at, proposal)"
            + " values ('eve', 'x', '{COUNSEL}', now(), now(), 1)",
        "update account set password = 'x' where account = 'first'",
        "update account set failed = 0, locked_until = null",
        "select password from account",
        "select private_sealed from signing_key",
        "insert into signing_key values ('first', now(), sha256('x'), 'x', now())",
        "insert into made_passkey values ('first', 'x', 'x', 'x', 'x', now())",
        "insert into sign_in_source (account, source, succeeded_at) values ('first', 'x', now())",
        "insert into failed_sign_in (minute, source, account, times) values (now(), 'x', 'first',"
            + " 1)",
        "insert into access_record (event_id, kind, account, source, what, subject, times, at)"
            + " values (1, 'VIEW', 'first', 'x', 'CASE', '', 1, now())",
        "set role countersign_accounts",
        "set session authorization countersign_accounts"
      })
  void the_applications_role_makes_no_account_and_unlocks_none(String statement) {
    proposed(Kind.CREATE, "eve", Set.of(Role.COUNSEL));
    JdbcClient role = JdbcClient.create(application);
    assertThatThrownBy(() -> role.sql(statement).query().listOfRows())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void a_confirmed_change_is_used_once_and_for_nothing_else() {
    long proposal = proposed(Kind.ROLES, "audrey", Set.of(Role.AUDITOR, Role.PRIVACY_OFFICER));
    changes.confirm(proposal, by("second"));
    confirmed(Kind.ROLES, "audrey", Set.of(Role.AUDITOR));
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "update account set roles = '{AUDITOR,PRIVACY_OFFICER}', version = version"
                            + " + 1, proposal = ? where account = 'audrey'")
                    .param(proposal)
                    .update())
        .hasStackTraceContaining("is not the one that was confirmed");
  }

  @Test
  void only_a_signed_change_gives_rights_and_disabling_needs_no_signature() {
    Actor unsigned = Actor.person("first");
    refused(
        Why.NOT_SIGNED,
        () -> changes.propose(Kind.CREATE, "eve", Set.of(Role.AUDITOR), "because", unsigned));
    long roles = proposed(Kind.ROLES, "audrey", Set.of(Role.PRIVACY_OFFICER));
    refused(Why.NOT_SIGNED, () -> changes.confirm(roles, Actor.person("second")));
    world.proposedByAnEarlierVersion(roles);
    refused(Why.NOT_SIGNED, () -> changes.confirm(roles, by("second")));

    long off = changes.propose(Kind.DISABLE, "audrey", Set.of(), "because", unsigned).id();
    changes.confirm(off, Actor.person("second"));
    assertThat(accounts.byName("audrey").orElseThrow().disabled()).isTrue();
  }

  private Actor by(String administrator) {
    return world.administrator(administrator);
  }

  private long proposed(Kind kind, String account, Set<Role> roles) {
    return changes.propose(kind, account, roles, "because", by("first")).id();
  }

  private String confirmed(Kind kind, String account, Set<Role> roles) {
    return String.valueOf(changes.confirm(proposed(kind, account, roles), by("second")).password());
  }

  private static void refused(Why why, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(ChangeRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }
}
