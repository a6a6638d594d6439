package countersign.disclosure;

import countersign.approval.ApprovalStep;
import countersign.approval.DecisionHistory;
import countersign.approval.Independence;
import countersign.approval.JdbcApprovals;
import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.ledger.Event;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.statement.RequestInContext;
import countersign.statement.Statement;
import countersign.statement.StatementContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides from signed bytes alone whether two different people approved exactly this draft for
 * exactly these officers. No column of a table but those bytes, the draft and the request counts,
 * and no approval that the ledger does not know as the newest word about its request. Used for one
 * release at one time; not thread-safe.
 *
 * @see <a href="../../../../../docs/rules.md">R50-R53</a>
 */
final class ApprovalVerification {
  private final StatementContext context;
  private final Enrolment enrolment;
  private final Independence independence;
  private final RulesAgain rules;
  private final Map<String, Instant> disabled;
  private final KnownApprovals known;
  private final String scope;
  private final Map<Named, List<Statement.NamedOfficer>> officers = new HashMap<>();

  /** The officers whom a request names: their keys are read once for a release. */
  private record Named(List<String> officerIds, String agency) {}

  /**
   * Creates a verification.
   *
   * @param disabled the accounts that are disabled, with the time since when
   * @param known the approvals that counted before
   */
  ApprovalVerification(
      StatementContext context, Map<String, Instant> disabled, KnownApprovals known) {
    this.context = context;
    this.known = known;
    this.scope = context.authority().version() + "\n" + new TreeMap<>(disabled);
    this.disabled = Map.copyOf(disabled);
    this.enrolment = context.authority().enrolment();
    this.independence = new Independence(context.authority());
    this.rules = new RulesAgain(context.authority());
  }

  /**
   * A request that may have two approvals.
   *
   * @param bodySha256 SHA-256 of the stored request, hexadecimal
   * @param draftSha256 SHA-256 of the draft's bytes, computed now, hexadecimal
   * @param rows all decisions on it, oldest first
   * @param told the ledger's events of decisions on it, oldest first
   */
  record Candidate(
      RequestKey key,
      RequestInContext asked,
      String bodySha256,
      int draftGeneration,
      String draftSha256,
      List<JdbcApprovals.StoredDecision> rows,
      List<Event> told) {}

  /**
   * The result: two approvals, or the cause why there are none.
   *
   * @param cause null if the approvals count
   */
  record Finding(
      @Nullable VerificationCause cause, @Nullable Checked first, @Nullable Checked second) {}

  /** A statement whose signature fits an enrolled key. */
  record Checked(Statement statement, byte[] signature, Enrolled who) {}

  /** The finding about a request, which is remembered only for exactly the same bytes. */
  Finding of(Candidate candidate, Instant now) {
    String same =
        String.join("\n", scope, now.toString(), officers(candidate.asked(), now).toString());
    return known.of(CandidateDigest.of(same, candidate), () -> verified(candidate, now));
  }

  private Finding verified(Candidate candidate, Instant now) {
    try {
      return approvals(candidate, now);
    } catch (DoesNotCount no) {
      return new Finding(no.cause(), null, null);
    }
  }

  private Finding approvals(Candidate candidate, Instant now) throws DoesNotCount {
    DecisionHistory history = new DecisionHistory(candidate.rows());
    new DenialCheck(this, candidate).assertLifted(now);
    Checked first = approval(candidate, history, ApprovalStep.ENDORSE, now);
    Checked second = approval(candidate, history, ApprovalStep.COUNTERSIGN, now);
    require(!first.who().isSamePersonAs(second.who()), VerificationCause.SAME_PERSON);
    require(
        Sha256.hex(first.signature()).equals(second.statement().about().firstSignature()),
        VerificationCause.OTHER_FIRST_APPROVAL);
    require(
        rules.refusals(candidate.key(), candidate.asked()).isEmpty(),
        VerificationCause.RULES_REFUSE);
    return new Finding(null, first, second);
  }

  private Checked approval(
      Candidate candidate, DecisionHistory history, ApprovalStep step, Instant now)
      throws DoesNotCount {
    Optional<JdbcApprovals.StoredDecision> row = history.running(step.name());
    require(row.isPresent(), VerificationCause.NOT_SIGNED);
    Checked checked = signed(row.get(), step.name(), step.role(), candidate, now);
    Statement said = checked.statement();
    require(said.expiresAt() != null, VerificationCause.MALFORMED);
    require(!said.hasExpired(now), VerificationCause.EXPIRED);
    require(checked.who().inForceAt(now), VerificationCause.KEY_RETIRED);
    require(
        disabled.getOrDefault(checked.who().key().account(), Instant.MAX).isAfter(now),
        VerificationCause.ACCOUNT_DISABLED);
    require(said.answers().areBothNo(), VerificationCause.NOT_CLEARED);
    require(
        !independence.hasOtherPart(checked.who(), candidate.asked()), VerificationCause.OTHER_PART);
    require(
        said.officers().equals(officers(candidate.asked(), now)),
        VerificationCause.OFFICER_KEY_CHANGED);
    StandingCheck.assertStands(candidate, Objects.requireNonNull(row.get().signed()), said);
    return checked;
  }

  private List<Statement.NamedOfficer> officers(RequestInContext asked, Instant now) {
    return officers.computeIfAbsent(
        new Named(StatementContext.officerIds(asked.request()), asked.agency()),
        named -> context.officers(asked, now));
  }

  /** The statement of a row, if an enrolled person signed it for this step of this request. */
  Checked signed(
      JdbcApprovals.StoredDecision row, String step, Role role, Candidate candidate, Instant now)
      throws DoesNotCount {
    JdbcApprovals.Signed signed = row.signed();
    if (signed == null) {
      throw new DoesNotCount(VerificationCause.NOT_SIGNED);
    }
    Enrolled who = signer(signed);
    Statement said = parsed(signed.statement());
    require(
        said.signer().person().equals(who.person().id())
            && said.signer().account().equals(who.key().account())
            && said.signer().enrolment() <= enrolment.serial()
            && !said.at().isAfter(now),
        VerificationCause.MALFORMED);
    require(who.inForceAt(said.at()), VerificationCause.KEY_NOT_ENROLLED);
    require(who.person().roles().contains(role), VerificationCause.WRONG_ROLE);
    require(
        said.step().equals(step)
            && said.place().equals(context.place(candidate.key(), candidate.asked()))
            && said.draftGeneration() == candidate.draftGeneration()
            && said.draftSha256().equals(candidate.draftSha256()),
        VerificationCause.OTHER_SUBJECT);
    return new Checked(said, signed.signature(), who);
  }

  /** The enrolled person whose key made the signature. */
  private Enrolled signer(JdbcApprovals.Signed signed) throws DoesNotCount {
    Enrolled who =
        enrolment
            .of(signed.keyId())
            .orElseThrow(() -> new DoesNotCount(VerificationCause.KEY_NOT_ENROLLED));
    require(
        context.verifies(who, signed.statement(), signed.signature()),
        VerificationCause.WRONG_SIGNATURE);
    return who;
  }

  private static Statement parsed(byte[] bytes) throws DoesNotCount {
    try {
      return Statement.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new DoesNotCount(VerificationCause.MALFORMED);
    }
  }

  static void require(boolean holds, VerificationCause otherwise) throws DoesNotCount {
    if (!holds) {
      throw new DoesNotCount(otherwise);
    }
  }

  /** Ends the verification of one request. */
  static final class DoesNotCount extends Exception {
    private static final long serialVersionUID = 1L;
    private final VerificationCause cause;

    DoesNotCount(VerificationCause cause) {
      super(cause.name(), null, false, false);
      this.cause = cause;
    }

    VerificationCause cause() {
      return cause;
    }
  }
}
