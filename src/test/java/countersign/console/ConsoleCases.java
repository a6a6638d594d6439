package countersign.console;

import static countersign.console.ConsoleWorld.THEN;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.ChosenDrafts;
import countersign.approval.Decision;
import countersign.approval.Reviewer;
import countersign.authority.Authority;
import countersign.lifecycle.LifecycleFixtures;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases of {@link ConsoleWorld#FILE}, on PostgreSQL and endorsed by the real approvals. */
final class ConsoleCases {
  private static final Instant DRAFTED_AT = THEN.plus(Duration.ofMinutes(2));
  private static final Instant ENDORSED_AT = THEN.plus(Duration.ofMinutes(20));

  private final JdbcClient jdbc;
  private final ChosenDrafts drafts;
  private final Approvals earlier;

  ConsoleCases(DataSource database, Vault vault, Authority authority) {
    Clock clock = Clock.fixed(ENDORSED_AT, ZoneOffset.UTC);
    this.jdbc = JdbcClient.create(database);
    this.drafts = new ChosenDrafts(database, vault);
    this.earlier =
        ApprovalFixtures.approvalsOn(
            database, LifecycleFixtures.lifecycleOn(database, clock), vault, authority, clock);
  }

  /** One case for each reviewer, whatever a test before has decided. */
  void begin() {
    drafted("R-000001");
    endorsed("R-000002", "adams");
    is("R-000005", RequestState.DELIVERED);
  }

  /** The request waits for a first reviewer. */
  void drafted(String requestId) {
    RequestKey key = is(requestId, RequestState.DRAFTED);
    drafts.draft(key, ConsoleWorld.item(requestId), ConsoleWorld.EVIDENCE, DRAFTED_AT);
    ConsoleWorld.work(jdbc, "endorse", key.toString(), "WAITING", 0, null);
  }

  /** The request waits for another person than the one who endorsed it. */
  void endorsed(String requestId, String by) {
    drafted(requestId);
    RequestKey key = ConsoleWorld.key(requestId);
    Decision decision =
        new Decision(
            ConsoleWorld.sha256(ConsoleWorld.item(requestId)),
            "Order, dates and officer agree with the case; the address is the taxpayer's.",
            false,
            false);
    ApprovalOutcome outcome =
        earlier.endorse(key, new Reviewer(by, Set.of(Role.FIRST_REVIEWER)), decision);
    if (!(outcome instanceof ApprovalOutcome.Done)) {
      throw new IllegalStateException(outcome.message());
    }
  }

  /** Nothing can be disclosed for the request. */
  void undisclosed(String requestId, ReasonCode internalReason) {
    RequestKey key = is(requestId, RequestState.UNMATCHED);
    drafts.noDraft(key, internalReason, ConsoleWorld.EVIDENCE, DRAFTED_AT);
  }

  /** A request without a draft and without a decision. */
  private RequestKey is(String requestId, RequestState state) {
    RequestKey key = ConsoleWorld.key(requestId);
    drafts.remove(key);
    jdbc.sql("delete from work where id = ?").param(key.toString()).update();
    jdbc.sql("update request_status set state = ? where id = ?")
        .params(state.name(), key.toString())
        .update();
    return key;
  }
}
