package countersign.reviewdesk;

import countersign.approval.Approval;
import countersign.approval.ApprovalStep;
import countersign.approval.Decision;
import countersign.approval.DecisionNote;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.statement.RequestInContext;
import countersign.statement.Reviewer;
import countersign.statement.Statement;
import countersign.statement.StatementContext;
import countersign.statement.StatementSigner;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person sign a decision about a control case exactly as one about a request, so that
 * nothing tells the two apart. No release reads the signature. Stateless.
 */
final class ControlSigning {
  private final StatementContext context;
  private final ControlContents contents;

  ControlSigning(StatementContext context, ControlContents contents) {
    this.context = context;
    this.contents = contents;
  }

  /**
   * Signs.
   *
   * @param who the person's entry in the register
   * @param expiresAt null if the decision does not expire
   */
  Approval.Signature sign(
      ControlCase one, Written written, Enrolled who, Instant at, @Nullable Instant expiresAt) {
    RequestInContext asked = contents.asked(one);
    StatementSigner signer = Objects.requireNonNull(written.by().signer());
    StatementSigner.Prepared shown = signer.prepared();
    String salt = shown == null ? DecisionNote.newSalt() : shown.salt();
    Decision decision = written.decision();
    byte[] statement =
        new Statement(
                context.place(one.key(), asked),
                written.step(),
                1,
                one.hex(),
                context.officers(asked, at),
                context.authority().ruleSet(),
                new Statement.Answers(
                    decision.identifiesInformant(), decision.impairsInvestigation()),
                Sha256.hex(written.note() + "\n" + salt),
                new Statement.Signer(
                    who.person().id(),
                    written.by().account(),
                    context.authority().enrolment().serial()),
                at,
                expiresAt,
                about(one, written.step(), at))
            .write();
    return new Approval.Signature(statement, signer.sign(statement), who.key().id());
  }

  /**
   * What a person decided.
   *
   * @param note the reason as it is kept
   */
  record Written(String step, Reviewer by, Decision decision, String note) {}

  private static Statement.About about(ControlCase one, String step, Instant at) {
    return step.equals(ApprovalStep.COUNTERSIGN.name())
        ? one.endorsement(at)
            .map(ControlCase.Decided::signed)
            .map(first -> Statement.About.first(first.signature()))
            .orElse(Statement.About.NOTHING)
        : Statement.About.NOTHING;
  }
}
