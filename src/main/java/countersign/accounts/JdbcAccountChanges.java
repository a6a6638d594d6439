package countersign.accounts;

import countersign.accounts.ChangeRefused.Why;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * {@link AccountChanges} on the tables {@code account_proposal} and {@code account_decision}. The
 * database refuses every other change of an account. Thread-safe.
 */
final class JdbcAccountChanges implements AccountChanges {
  private static final String PROPOSALS =
      """
      select p.id, p.kind, p.account, p.roles, p.reason, p.proposed_by, p.proposed_at, p.expires_at, d.decision, d.decided_by, d.decided_at
      from account_proposal p left join account_decision d on d.proposal = p.id
      """;

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final Lifecycle lifecycle;
  private final Clock clock;

  JdbcAccountChanges(JdbcClient jdbc, PasswordEncoder encoder, Lifecycle lifecycle, Clock clock) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  @Override
  public Proposal propose(Kind kind, String account, Set<Role> roles, String reason, String by) {
    String[] words = JdbcAccounts.words(checked(kind, account, roles));
    if (account.equals(by)) {
      throw new ChangeRefused(
          Why.SAME_PERSON,
          "You cannot propose a change of your own account. Ask another administrator.");
    }
    possible(kind, account, roles);
    return lifecycle.change(
        Actor.person(by),
        change -> {
          long id =
              jdbc.sql(
                      """
                      insert into account_proposal (kind, account, roles, reason, proposed_by, proposed_at, expires_at)
                      values (?, ?, ?, ?, ?, ?, ?) returning id
                      """)
                  .params(kind.name(), account, words, reason, by, at(change), until(change))
                  .query(Long.class)
                  .single();
          change.event(Verb.PROPOSE, "account/" + account, facts(kind, id, words));
          return find(id);
        });
  }

  private static Timestamp at(Change change) {
    return Timestamp.from(change.now());
  }

  private static Timestamp until(Change change) {
    return Timestamp.from(change.now().plus(OPEN));
  }

  /** The roles, if a change of this kind can have this name and these roles. */
  private static Set<Role> checked(Kind kind, String account, Set<Role> roles) {
    boolean hasRoles = kind == Kind.CREATE || kind == Kind.ROLES;
    if (!JdbcAccounts.isName(account)) {
      throw new ChangeRefused(
          Why.MALFORMED,
          "An account name has 1 to 64 characters of a-z 0-9 . _ - and begins with a letter or a digit.");
    }
    if (hasRoles == roles.isEmpty()) {
      throw new ChangeRefused(
          Why.MALFORMED,
          "A new account and a change of roles need roles; the other changes have none.");
    }
    try {
      return hasRoles ? Role.together(roles) : Set.of();
    } catch (IllegalArgumentException exclude) {
      throw new ChangeRefused(Why.MALFORMED, exclude.getMessage() + ".");
    }
  }

  private void possible(Kind kind, String name, Set<Role> roles) {
    Optional<Account> now =
        JdbcAccounts.stored(jdbc, name).map(JdbcAccounts.StoredAccount::account);
    if (kind == Kind.CREATE) {
      if (now.isPresent()) {
        throw new ChangeRefused(Why.OTHER_STATE, "An account already has this name.");
      }
      return;
    }
    Account account =
        now.orElseThrow(() -> new ChangeRefused(Why.UNKNOWN, "No account has this name."));
    boolean nothing =
        switch (kind) {
          case CREATE, RESET -> false;
          case ROLES -> account.roles().equals(roles);
          case DISABLE -> account.disabled();
          case ENABLE -> !account.disabled();
        };
    if (nothing) {
      throw new ChangeRefused(Why.OTHER_STATE, "The account is as proposed already.");
    }
  }

  @Override
  public Confirmed confirm(long id, String by) {
    Proposal proposal = open(id);
    if (by.equals(proposal.proposedBy()) || by.equals(proposal.account())) {
      throw new ChangeRefused(
          Why.SAME_PERSON,
          "The administrator who proposed a change cannot confirm it, and nobody confirms a change of their own account. Ask another administrator.");
    }
    possible(proposal.kind(), proposal.account(), proposal.roles());
    return lifecycle.change(
        Actor.person(by),
        change -> {
          decide(id, "CONFIRMED", by, change.now());
          String password = make(proposal, change);
          Map<String, String> facts =
              facts(proposal.kind(), id, JdbcAccounts.words(proposal.roles()));
          facts.put("proposedBy", proposal.proposedBy());
          change.event(Verb.AMEND, "account/" + proposal.account(), facts);
          return new Confirmed(find(id), password);
        });
  }

  /** Changes the account; returns the password that was made. */
  private @Nullable String make(Proposal proposal, Change change) {
    Timestamp now = at(change);
    String made =
        proposal.kind() == Kind.CREATE || proposal.kind() == Kind.RESET
            ? Passwords.generate()
            : null;
    int changed =
        switch (proposal.kind()) {
          case CREATE -> insert(encoder.encode(made), now, proposal);
          case ROLES ->
              changed(
                  "update account set roles = ?, version = version + 1, proposal = ? where account = ?",
                  JdbcAccounts.words(proposal.roles()),
                  proposal);
          case RESET -> reset(encoder.encode(made), now, proposal);
          case DISABLE ->
              changed(
                  "update account set disabled_at = ?, version = version + 1, proposal = ? where account = ?",
                  now,
                  proposal);
          case ENABLE -> enable(proposal);
        };
    if (changed == 0) {
      throw new ChangeRefused(Why.UNKNOWN, "No account has this name.");
    }
    return made;
  }

  private int enable(Proposal proposal) {
    return jdbc.sql(
            "update account set disabled_at = null, version = version + 1, proposal = ? where account = ?")
        .params(proposal.id(), proposal.account())
        .update();
  }

  private int changed(String sql, Object value, Proposal proposal) {
    return jdbc.sql(sql).param(value).param(proposal.id()).param(proposal.account()).update();
  }

  private int insert(@Nullable String hash, Timestamp now, Proposal proposal) {
    return jdbc.sql(
            """
            insert into account (account, password, roles, created_at, password_set_at, proposal)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(proposal.account())
        .param(hash)
        .param(JdbcAccounts.words(proposal.roles()))
        .param(now)
        .param(now)
        .param(proposal.id())
        .update();
  }

  private int reset(@Nullable String hash, Timestamp now, Proposal proposal) {
    jdbc.sql("update sign_in_source set failed = 0, locked_until = null where account = ?")
        .param(proposal.account())
        .update();
    return jdbc.sql(
            """
            update account set version = version + 1, proposal = ?, password = ?, failed = 0, locked_until = null,
              password_set_at = greatest(?, password_set_at + interval '1 millisecond')
            where account = ?
            """)
        .params(proposal.id(), hash, now, proposal.account())
        .update();
  }

  @Override
  public Proposal reject(long id, String by) {
    Proposal proposal = open(id);
    return lifecycle.change(
        Actor.person(by),
        change -> {
          decide(id, "REJECTED", by, change.now());
          change.event(
              Verb.DISCARD,
              "account/" + proposal.account(),
              facts(proposal.kind(), id, JdbcAccounts.words(proposal.roles())));
          return find(id);
        });
  }

  private void decide(long id, String decision, String by, Instant now) {
    int decided =
        jdbc.sql(
                """
                insert into account_decision (proposal, decision, decided_by, decided_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(id, decision, by, Timestamp.from(now))
            .update();
    if (decided == 0) {
      throw new ChangeRefused(Why.OTHER_STATE, "This change was decided meanwhile.");
    }
  }

  private Proposal open(long id) {
    Proposal proposal = find(id);
    if (proposal.stage() != Stage.OPEN) {
      throw new ChangeRefused(
          Why.OTHER_STATE, "This change is %s. Nothing was changed.".formatted(proposal.stage()));
    }
    return proposal;
  }

  private Proposal find(long id) {
    return jdbc.sql(PROPOSALS + " where p.id = ?")
        .param(id)
        .query(this::row)
        .optional()
        .orElseThrow(() -> new ChangeRefused(Why.UNKNOWN, "No proposal has this number."));
  }

  @Override
  public List<Proposal> recent(int most) {
    return jdbc.sql(PROPOSALS + " order by p.id desc limit ?").param(most).query(this::row).list();
  }

  private Proposal row(ResultSet row, int number) throws SQLException {
    Instant expires = row.getTimestamp("expires_at").toInstant();
    String decision = row.getString("decision");
    Timestamp decided = row.getTimestamp("decided_at");
    Stage undecided = clock.instant().isBefore(expires) ? Stage.OPEN : Stage.EXPIRED;
    return new Proposal(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("account"),
        JdbcAccounts.roles(row.getArray("roles")),
        row.getString("reason"),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        expires,
        decision == null ? undecided : Stage.valueOf(decision),
        row.getString("decided_by"),
        decided == null ? null : decided.toInstant());
  }

  private static Map<String, String> facts(Kind kind, long proposal, String[] roles) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kind", kind.name());
    facts.put("proposal", String.valueOf(proposal));
    if (roles.length > 0) {
      facts.put("roles", String.join(" ", roles));
    }
    return facts;
  }
}
