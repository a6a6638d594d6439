package countersign.verification;

import countersign.accounts.AccountChanges.Kind;
import countersign.accounts.SignedChanges;
import countersign.accounts.SignedChanges.SignedChange;
import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.ledger.Event;
import countersign.ledger.LogKey;
import countersign.request.Role;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each confirmed change of an account has the signatures of two administrators, but for its
 * disabling. So an account that forged rows and forged events made is named. Without a sealing the
 * name of the installation is unknown, and the check compares nothing.
 */
final class SignedAccountCheck implements TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('propose', 'amend') and subject like 'account/%'
      order by subject collate "C", id
      """;
  private static final String CONFIRMED =
      """
      select 'account/' || p.account as subject, p.id, p.kind, p.roles
      from account_proposal p join account_decision d on d.proposal = p.id
      where d.decision = 'CONFIRMED' and p.kind <> 'DISABLE'
      order by ('account/' || p.account) collate "C", p.id
      """;

  private final LogKey key;
  private final Enrolment enrolment;

  SignedAccountCheck(LogKey key, Enrolment enrolment) {
    this.key = key;
    this.enrolment = enrolment;
  }

  private record Confirmed(String number, SignedChange change) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    List<SignedChanges> rules =
        Installations.of(snapshot, key, enrolment).stream().map(SignedAccountCheck::rule).toList();
    if (rules.isEmpty()) {
      return;
    }
    try (var events = snapshot.events(EVENTS);
        var changes = snapshot.rows(CONFIRMED, SignedAccountCheck::confirmed)) {
      for (String subject = KeyedRows.next(events, changes);
          subject != null;
          subject = KeyedRows.next(events, changes)) {
        String account = subject.substring(subject.indexOf('/') + 1);
        List<Event> told =
            RecordedEvents.of(events.take(subject)).events().stream().map(Numbered::event).toList();
        Findings.Of decisions = findings.about("accounts", "account_decision");
        for (Confirmed row : changes.take(subject)) {
          decisions.require(
              rules.stream().anyMatch(rule -> isSigned(rule, account, row, told)),
              row.number(),
              "Two enrolled administrators did not sign this change of an account.");
        }
      }
    }
  }

  private static boolean isSigned(
      SignedChanges rule, String account, Confirmed row, List<Event> told) {
    return rule.of(account, row.number(), told).filter(row.change()::equals).isPresent();
  }

  private static SignedChanges rule(ActionSignatures signatures) {
    return new SignedChanges(signatures);
  }

  private static Confirmed confirmed(ResultSet row) throws SQLException {
    Set<Role> roles =
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new Confirmed(
        row.getString("id"), new SignedChange(Kind.valueOf(row.getString("kind")), roles));
  }
}
