package countersign.accounts;

import countersign.accounts.AccountChanges.Kind;
import countersign.accounts.SignedChanges.SignedChange;
import countersign.ledger.Event;
import countersign.ledger.LedgerReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether an account is what two administrators signed: the newest change of its roles, of its
 * password, and of a disabled state. An account without a change is the table owner's work.
 * Thread-safe.
 */
final class SignedAccounts implements Predicate<Account> {
  private static final Logger LOG = LoggerFactory.getLogger(SignedAccounts.class);

  private final JdbcClient jdbc;
  private final LedgerReader ledger;
  private final SignedChanges signed;

  SignedAccounts(JdbcClient jdbc, LedgerReader ledger, SignedChanges signed) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.signed = signed;
  }

  /** A confirmed change. */
  private record Made(String number, Kind kind) {}

  @Override
  public boolean test(Account account) {
    List<Made> made = made(account.name());
    if (made.isEmpty()) {
      return true;
    }
    List<Event> events = ledger.accountChanges(account.name());
    boolean holds =
        newest(made, Kind.CREATE, Kind.ROLES)
                .filter(change -> !hasRoles(account, change, events))
                .isEmpty()
            && newest(made, Kind.CREATE, Kind.RESET)
                .filter(change -> !isSigned(account, change, events))
                .isEmpty()
            && newest(made, Kind.ENABLE)
                .filter(change -> !isSigned(account, change, events))
                .isEmpty();
    if (!holds) {
      LOG.error(
          "ACCOUNT_NOT_SIGNED: account {} does not sign in, because two enrolled administrators did not sign what it is. Run `countersign ledger verify`.",
          account.name());
    }
    return holds;
  }

  private static Optional<Made> newest(List<Made> made, Kind... kinds) {
    Set<Kind> wanted = Set.of(kinds);
    return made.stream().filter(change -> wanted.contains(change.kind())).findFirst();
  }

  private boolean hasRoles(Account account, Made change, List<Event> events) {
    return signed
        .of(account.name(), change.number(), events)
        .map(SignedChange::roles)
        .filter(account.roles()::equals)
        .isPresent();
  }

  private boolean isSigned(Account account, Made change, List<Event> events) {
    return signed
        .of(account.name(), change.number(), events)
        .filter(found -> found.kind() == change.kind())
        .isPresent();
  }

  /** The confirmed changes of an account, newest first. */
  private List<Made> made(String account) {
    return jdbc.sql(
            """
            select p.id, p.kind from account_proposal p join account_decision d on d.proposal = p.id
            where p.account = ? and d.decision = 'CONFIRMED' order by p.id desc
            """)
        .param(account)
        .query((row, number) -> new Made(row.getString("id"), Kind.valueOf(row.getString("kind"))))
        .list();
  }
}
