package countersign.testkit;

import static countersign.testkit.ConsoleData.THEN;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.ChosenDrafts;
import countersign.approval.Decision;
import countersign.lifecycle.LifecycleFixtures;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The cases of {@link ConsoleData#FILE}, endorsed by the real approvals. */
public final class ConsoleCases {
  private static final Instant DRAFTED_AT = THEN.plus(Duration.ofMinutes(2));
  private static final Instant ENDORSED_AT = THEN.plus(Duration.ofMinutes(20));

  private final World world;
  private final ConsolePart console;
  private final ChosenDrafts drafts;
  private final Approvals earlier;

  ConsoleCases(World world, ConsolePart console) {
    // These endorsements were made before the test begins, so not at the time of its clock.
    Clock clock = Clock.fixed(ENDORSED_AT, ZoneOffset.UTC);
    this.world = world;
    this.console = console;
    this.drafts = new ChosenDrafts(world.database(), world.vault());
    this.earlier =
        ApprovalFixtures.approvalsOn(
            world.database(),
            LifecycleFixtures.lifecycleOn(world.database(), clock),
            world.vault(),
            world.authority(),
            clock);
  }

  /** One case for each reviewer, whatever a test before has decided. */
  void begin() {
    emptyDesk();
    drafted("R-000001");
    endorsed("R-000002", "adams");
    is("R-000005", RequestState.DELIVERED);
  }

  private void emptyDesk() {
    for (String table :
        new String[] {
          "claim",
          "kept_reason",
          "partner_turn",
          "desk_visit",
          "pair_waiver",
          "control_offer",
          "control_decision",
          "control_case"
        }) {
      world.tampering().sql("delete from " + table).update();
    }
  }

  /** The request waits for a first reviewer. */
  public void drafted(String requestId) {
    RequestKey key = is(requestId, RequestState.DRAFTED);
    drafts.draft(key, ConsoleData.item(requestId), ConsoleData.EVIDENCE, DRAFTED_AT);
    console.work("endorse", key.toString(), "WAITING", 0, null);
  }

  /** The request waits for another person than the one who endorsed it. */
  public void endorsed(String requestId, String by) {
    drafted(requestId);
    Decision decision =
        new Decision(
            ConsoleData.draftSha256(requestId),
            "Order, dates and officer agree with the case; the address is the taxpayer's.",
            false,
            false);
    ApprovalOutcome outcome =
        earlier.endorse(
            ConsoleData.key(requestId),
            ApprovalFixtures.reviewer(by, Role.FIRST_REVIEWER),
            decision);
    if (!(outcome instanceof ApprovalOutcome.Done)) {
      throw new IllegalStateException(outcome.message());
    }
  }

  /** Nothing can be disclosed for the request. */
  public void undisclosed(String requestId, ReasonCode internalReason) {
    RequestKey key = is(requestId, RequestState.UNMATCHED);
    drafts.noDraft(key, internalReason, ConsoleData.EVIDENCE, DRAFTED_AT);
  }

  /** A request without a draft and without a decision. */
  private RequestKey is(String requestId, RequestState state) {
    RequestKey key = ConsoleData.key(requestId);
    drafts.remove(key);
    world.jdbc().sql("delete from work where id = ?").param(key.toString()).update();
    world
        .tampering()
        .sql("update request_status set state = ? where id = ?")
        .params(state.name(), key.toString())
        .update();
    return key;
  }
}
