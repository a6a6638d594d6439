package countersign.verification;

import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Each account is what the ledger's events about it made of it, and each proposal and decision has
 * its event. So an account that rows beside the gateway made, or a password that they replaced, is
 * named.
 */
final class AccountCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('propose', 'amend', 'discard') and subject like 'account/%'
      order by subject collate "C", id
      """;
  private static final String ACCOUNTS =
      """
      select 'account/' || account as subject, roles, version, disabled_at is not null as disabled
      from account order by ('account/' || account) collate "C"
      """;
  private static final String DECISIONS =
      """
      select 'account/' || p.account as subject, p.id, p.kind, p.roles, p.proposed_by, p.proposed_at,
        d.decision, d.decided_by, d.decided_at
      from account_proposal p left join account_decision d on d.proposal = p.id
      order by ('account/' || p.account) collate "C", p.id
      """;

  private record Row(String roles, long version, boolean disabled) {}

  private record Proposed(
      String id, String kind, String roles, String by, Instant at, @Nullable Decided decided) {}

  private record Decided(String decision, String by, Instant at) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var accounts = snapshot.rows(ACCOUNTS, AccountCheck::account);
        var proposals = snapshot.rows(DECISIONS, AccountCheck::proposed)) {
      for (String key = KeyedRows.next(events, accounts, proposals);
          key != null;
          key = KeyedRows.next(events, accounts, proposals)) {
        RecordedEvents told = RecordedEvents.of(events.take(key));
        String name = key.substring(key.indexOf('/') + 1);
        account(findings.about("accounts", "account"), name, told, accounts.take(key));
        List<Proposed> rows = proposals.take(key);
        rows.forEach(row -> proposal(findings.about("accounts", "account_proposal"), told, row));
        rows.forEach(row -> decision(findings.about("accounts", "account_decision"), told, row));
        lost(findings, told, rows);
      }
    }
  }

  private static void account(
      Findings.Of accounts, String name, RecordedEvents told, List<Row> rows) {
    List<Numbered> changes = told.all(Verb.AMEND);
    if (rows.isEmpty()) {
      if (!changes.isEmpty()) {
        accounts.missing(name, "The ledger recorded this account, and the row is missing.");
      }
    } else if (changes.isEmpty()) {
      accounts.extra(name, "The ledger did not record who made this account.");
    } else {
      Row row = rows.get(0);
      accounts.require(
          row.version() == changes.size(),
          name,
          "The account was changed another number of times than the ledger recorded.");
      accounts.require(
          row.roles().equals(lastFact(changes, "roles")),
          name,
          "The account has other roles than the ledger recorded.");
      accounts.require(
          row.disabled() == isDisabled(changes),
          name,
          "The ledger recorded another state of this account.");
    }
  }

  private static String lastFact(List<Numbered> changes, String fact) {
    return changes.stream()
        .filter(change -> change.has(fact))
        .map(change -> change.fact(fact))
        .reduce("", (first, later) -> later);
  }

  private static boolean isDisabled(List<Numbered> changes) {
    return changes.stream()
        .map(change -> change.fact("kind"))
        .filter(kind -> kind.equals("DISABLE") || kind.equals("ENABLE"))
        .reduce("", (first, later) -> later)
        .equals("DISABLE");
  }

  private static void proposal(Findings.Of proposals, RecordedEvents told, Proposed row) {
    List<Numbered> events = about(told, Verb.PROPOSE, row.id());
    if (events.isEmpty()) {
      proposals.extra(row.id(), "The ledger did not record this proposal.");
      return;
    }
    Numbered event = events.get(0);
    proposals.require(
        events.size() == 1
            && isBy(event, row.by(), row.at())
            && event.says("kind", row.kind())
            && event.fact("roles").equals(row.roles()),
        row.id(),
        "The ledger recorded another proposal.");
  }

  private static void decision(Findings.Of decisions, RecordedEvents told, Proposed row) {
    List<Numbered> confirmed = about(told, Verb.AMEND, row.id());
    List<Numbered> rejected = about(told, Verb.DISCARD, row.id());
    Decided decided = row.decided();
    if (decided == null) {
      if (!confirmed.isEmpty() || !rejected.isEmpty()) {
        decisions.missing(row.id(), "The ledger recorded a decision, and the row is missing.");
      }
      return;
    }
    List<Numbered> events = decided.decision().equals("CONFIRMED") ? confirmed : rejected;
    if (events.isEmpty()) {
      decisions.extra(row.id(), "The ledger did not record this decision.");
      return;
    }
    decisions.require(
        confirmed.size() + rejected.size() == 1
            && isBy(events.get(0), decided.by(), decided.at())
            && (events.get(0).verb() == Verb.DISCARD || events.get(0).says("proposedBy", row.by())),
        row.id(),
        "The ledger recorded another decision.");
  }

  /** Events about proposals that the table does not contain. */
  private static void lost(Findings findings, RecordedEvents told, List<Proposed> rows) {
    told.events().stream()
        .map(event -> event.fact("proposal"))
        .filter(id -> !id.isEmpty() && rows.stream().noneMatch(row -> row.id().equals(id)))
        .distinct()
        .forEach(
            id ->
                findings
                    .about("accounts", "account_proposal")
                    .missing(id, "The ledger recorded this proposal, and the row is missing."));
  }

  private static List<Numbered> about(RecordedEvents told, Verb verb, String proposal) {
    return told.all(verb).stream().filter(event -> event.says("proposal", proposal)).toList();
  }

  private static boolean isBy(Numbered event, String account, Instant at) {
    return event.event().actor().id().equals(account) && event.event().at().equals(at);
  }

  private static Row account(ResultSet row) throws SQLException {
    return new Row(
        roles(row.getArray("roles")), row.getLong("version"), row.getBoolean("disabled"));
  }

  private static Proposed proposed(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    Timestamp at = row.getTimestamp("decided_at");
    return new Proposed(
        row.getString("id"),
        row.getString("kind"),
        roles(row.getArray("roles")),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        decision == null
            ? null
            : new Decided(decision, row.getString("decided_by"), StopCheck.at(at)));
  }

  private static String roles(Array words) throws SQLException {
    return Arrays.stream((String[]) words.getArray()).sorted().collect(Collectors.joining(" "));
  }
}
