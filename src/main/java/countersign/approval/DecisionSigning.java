package countersign.approval;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.RequestInContext;
import countersign.statement.Reviewer;
import countersign.statement.Statement;
import countersign.statement.StatementContext;
import countersign.statement.StatementSigner;
import countersign.vault.Vault;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a person sign the statement of a decision. Stateless. */
final class DecisionSigning {
  private final StatementContext context;
  private final JdbcRequestInContext requests;
  private final DecisionNote notes;

  DecisionSigning(StatementContext context, JdbcRequestInContext requests, Vault vault) {
    this.context = context;
    this.requests = requests;
    this.notes = new DecisionNote(vault);
  }

  /**
   * A decision that a person makes now.
   *
   * @param note the reason as it is kept
   */
  record Facts(
      JdbcDrafts.StoredDraft draft,
      String step,
      Reviewer by,
      Statement.Answers answers,
      String note,
      Instant at,
      @Nullable Instant expiresAt,
      Statement.About about) {}

  /**
   * Why this person cannot sign now; empty if the person can.
   *
   * @param roles the register must list one of them for the person
   */
  Optional<ApprovalOutcome> blocker(
      RequestKey key, Reviewer reviewer, Instant now, Set<Role> roles) {
    return enrolled(reviewer, now)
            .filter(entry -> entry.person().roles().stream().anyMatch(roles::contains))
            .isPresent()
        ? Optional.empty()
        : Optional.of(new NotEnrolled(key, reviewer.account()));
  }

  /** The entry of the reviewer's opened key, if it is in force and belongs to the account. */
  Optional<Enrolled> enrolled(Reviewer reviewer, Instant now) {
    StatementSigner signer = reviewer.signer();
    return signer == null
        ? Optional.empty()
        : enrolment()
            .of(signer.keyId())
            .filter(entry -> entry.inForceAt(now))
            .filter(entry -> entry.key().account().equals(reviewer.account()));
  }

  /** Whether a decision is the stored one again. The note of a denial begins with its code. */
  boolean repeats(JdbcApprovals.StoredDecision row, Decision decision) {
    String note = notes.open(row);
    String reason =
        row.step().equals(Verb.DECLINE.name()) ? note.substring(note.indexOf('\n') + 1) : note;
    return decision.repeats(
        row.hex(),
        new Statement.Answers(row.identifiesInformant(), row.impairsInvestigation()),
        reason);
  }

  /** Whether the same person, perhaps with another account, made this decision. */
  boolean isBySamePerson(JdbcApprovals.StoredDecision row, Reviewer reviewer, Instant now) {
    return row.isBy(reviewer)
        || enrolled(reviewer, now)
            .flatMap(who -> signerOf(row).filter(who::isSamePersonAs))
            .isPresent();
  }

  private Optional<Enrolled> signerOf(JdbcApprovals.StoredDecision row) {
    return Optional.ofNullable(row.signed()).flatMap(signed -> enrolment().of(signed.keyId()));
  }

  Independence independence() {
    return new Independence(context.authority());
  }

  private Enrolment enrolment() {
    return context.authority().enrolment();
  }

  /** The row of a decision, with its signed statement. The person must be enrolled. */
  JdbcApprovals.StoredDecision sign(Facts told) {
    Reviewer by = told.by();
    RequestKey key = told.draft().key();
    Enrolled who = enrolled(by, told.at()).orElseThrow();
    StatementSigner signer = Objects.requireNonNull(by.signer());
    String note = DecisionNote.salted(told.note(), signer.prepared());
    byte[] statement = statement(told, who, note).write();
    byte[] signature = signer.sign(statement);
    if (!context.verifies(who, statement, signature)) {
      throw new IllegalStateException(
          "%s  Request %s: the signature does not fit the registered key of account %s. Nothing was decided."
              .formatted(ReasonCode.D411_APPROVAL_NOT_VERIFIED, key, by.account()));
    }
    return new JdbcApprovals.StoredDecision(
        0,
        key,
        told.step(),
        by.account(),
        told.draft().sha256(),
        notes.seal(key, told.step(), by.account(), told.at(), note),
        told.answers().identifiesInformant(),
        told.answers().impairsInvestigation(),
        told.at(),
        told.expiresAt(),
        new JdbcApprovals.Signed(statement, signature, who.key().id()));
  }

  private Statement statement(Facts told, Enrolled who, String note) {
    RequestKey key = told.draft().key();
    RequestInContext asked = requests.find(key).orElseThrow();
    return new Statement(
        context.place(key, asked),
        told.step(),
        told.draft().generation(),
        told.draft().hex(),
        context.officers(asked, told.at()),
        context.authority().ruleSet(),
        told.answers(),
        DecisionNote.digest(note),
        new Statement.Signer(who.person().id(), told.by().account(), enrolment().serial()),
        told.at(),
        told.expiresAt(),
        told.about());
  }

  /** What the ledger's event of a decision says. */
  static Map<String, String> facts(JdbcApprovals.StoredDecision row) {
    JdbcApprovals.Signed signed = Objects.requireNonNull(row.signed());
    return Map.of(
        "draftSha256",
        row.hex(),
        "statement",
        signed.hash(),
        "signature",
        HexFormat.of().formatHex(signed.signature()),
        "key",
        signed.keyId(),
        ActionSignatures.SIGNED_WITH,
        signed.kind().name());
  }

  /** Checks that the stored draft still has its stored hash. */
  void assertSameBytes(JdbcDrafts.StoredDraft draft) {
    if (!Sha256.hex(draft.contents().get().item()).equals(draft.hex())) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match its stored hash. Nothing was approved. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, draft.key()));
    }
  }
}
