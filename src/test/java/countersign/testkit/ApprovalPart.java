package countersign.testkit;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.Decision;
import countersign.records.FoundRecord;
import countersign.records.RecordLookup;
import countersign.records.RecordsFixtures;
import countersign.redaction.Redactor;
import countersign.request.Request.Address;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.statement.Reviewer;
import java.util.ArrayList;
import java.util.List;

/** A world's records, its look-up route, and its reviewers. */
public final class ApprovalPart {
  private final World world;
  private final Approvals decisions;
  private final Redactor redactor;
  private final List<FoundRecord> held = new ArrayList<>();
  private final RecordLookup records = new RecordLookup(wanted -> List.copyOf(held));

  ApprovalPart(World world) {
    this.world = world;
    this.redactor = new Redactor(world.authority());
    this.decisions =
        ApprovalFixtures.approvalsOn(
            world.database(), world.lifecycle(), world.vault(), world.authority(), world.clock());
  }

  /** The gateway's approvals. */
  public Approvals decisions() {
    return decisions;
  }

  /** Adds a record. */
  public void holds(FoundRecord record) {
    held.add(record);
  }

  /** Adds records that confirm the request and contain another last known address. */
  public void holds(int number) {
    Address asked = RecordsFixtures.austin(number + " North Oak Street", "Apt 3");
    Address moved = RecordsFixtures.austin(number + " Elm Rd", null);
    String tin = RequestFile.tin(number);
    held.add(RecordsFixtures.row(tin, "Maria", "Garcia Morales", asked, "2023", false));
    held.add(RecordsFixtures.row(tin, "Maria", "Garcia Morales", moved, "2024", true));
  }

  /** Does the work of the look-up route for everything in its queue. */
  public void lookUp() {
    for (String slice : world.work("lookup")) {
      decisions.draft(
          redactor.redact(records.match(world.intake().steps().load(SliceId.parse(slice)))));
    }
  }

  /** Lets both reviewers approve the current draft. */
  public void twoApprove(RequestKey key) {
    decisions.endorse(key, ADAMS, no(key));
    decisions.countersign(key, BAKER, no(key));
  }

  /** An approval of the current draft, with no as the answer to both questions. */
  public Decision no(RequestKey key) {
    return new Decision(hash(key), "Seen and compared.", false, false);
  }

  /** The SHA-256 of the current draft. */
  public String hash(RequestKey key) {
    return decisions.caseOf(key).orElseThrow().draft().sha256();
  }

  /** Lets a reviewer endorse the current draft. */
  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer) {
    return decisions.endorse(key, reviewer, no(key));
  }
}
