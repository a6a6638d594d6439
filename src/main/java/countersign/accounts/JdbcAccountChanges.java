package countersign.accounts;

import countersign.accounts.ChangeRefused.Why;
import countersign.ledger.LedgerReader;
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
  private final JdbcChangedAccount accounts;
  private final Lifecycle lifecycle;
  private final LedgerReader ledger;
  private final Clock clock;

  JdbcAccountChanges(
      JdbcClient jdbc,
      PasswordEncoder encoder,
      Lifecycle lifecycle,
      LedgerReader ledger,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = new JdbcChangedAccount(jdbc, encoder);
    this.lifecycle = lifecycle;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Proposal propose(Kind kind, String account, Set<Role> roles, String reason, Actor by) {
    String[] words = JdbcAccounts.words(checked(kind, account, roles));
    if (account.equals(by.id())) {
      throw new ChangeRefused(
          Why.SAME_PERSON,
          "You cannot propose a change of your own account. Ask another administrator.");
    }
    signed(kind, by);
    possible(kind, account, roles);
    return lifecycle.change(
        by,
        change -> {
          long id =
              jdbc.sql(
                      """
                      insert into account_proposal (kind, account, roles, reason, proposed_by, proposed_at, expires_at)
                      values (?, ?, ?, ?, ?, ?, ?) returning id
                      """)
                  .params(kind.name(), account, words, reason, by.id(), at(change), until(change))
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

  private static void signed(Kind kind, Actor by) {
    if (AccountChanges.isSigned(kind) && by.signer() == null) {
      throw new ChangeRefused(
          Why.NOT_SIGNED, "An administrator signs each change of an account but its disabling.");
    }
  }

  /** What the confirmation says about the signature of the proposal; empty if it needs none. */
  private Map<String, String> signatureOf(Proposal proposal) {
    Optional<String> digest =
        SignedChanges.signatureOf(
            String.valueOf(proposal.id()), ledger.accountChanges(proposal.account()));
    if (digest.isEmpty() && AccountChanges.isSigned(proposal.kind())) {
      throw new ChangeRefused(
          Why.NOT_SIGNED,
          "Nobody signed this proposal: an earlier version of the gateway recorded it. Reject it and propose the change again.");
    }
    return digest.map(hash -> Map.of(SignedChanges.PROPOSAL_SIGNATURE, hash)).orElseGet(Map::of);
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
  public Confirmed confirm(long id, Actor by) {
    Proposal proposal = open(id);
    if (by.id().equals(proposal.proposedBy()) || by.id().equals(proposal.account())) {
      throw new ChangeRefused(
          Why.SAME_PERSON,
          "The administrator who proposed a change cannot confirm it, and nobody confirms a change of their own account. Ask another administrator.");
    }
    signed(proposal.kind(), by);
    possible(proposal.kind(), proposal.account(), proposal.roles());
    Map<String, String> facts = facts(proposal.kind(), id, JdbcAccounts.words(proposal.roles()));
    facts.put("proposedBy", proposal.proposedBy());
    facts.putAll(signatureOf(proposal));
    return lifecycle.change(
        by,
        change -> {
          decide(id, "CONFIRMED", by, change.now());
          String password = accounts.change(proposal, change.now());
          change.event(Verb.AMEND, "account/" + proposal.account(), facts);
          return new Confirmed(find(id), password);
        });
  }

  @Override
  public Proposal reject(long id, Actor by) {
    Proposal proposal = open(id);
    return lifecycle.change(
        by,
        change -> {
          decide(id, "REJECTED", by, change.now());
          change.event(
              Verb.DISCARD,
              "account/" + proposal.account(),
              facts(proposal.kind(), id, JdbcAccounts.words(proposal.roles())));
          return find(id);
        });
  }

  private void decide(long id, String decision, Actor by, Instant now) {
    int decided =
        jdbc.sql(
                """
                insert into account_decision (proposal, decision, decided_by, decided_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(id, decision, by.id(), Timestamp.from(now))
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
  public Kind kindOf(long id) {
    return find(id).kind();
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
