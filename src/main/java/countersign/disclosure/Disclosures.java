package countersign.disclosure;

import countersign.approval.JdbcApprovals;
import countersign.disclosure.ApprovalVerification.Candidate;
import countersign.disclosure.ApprovalVerification.Checked;
import countersign.disclosure.ApprovalVerification.Finding;
import countersign.disclosure.JdbcDisclosures.Row;
import countersign.ledger.Event;
import countersign.lifecycle.Change;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.statement.RequestInContext;
import countersign.statement.SealingKeys;
import countersign.statement.Statement;
import countersign.statement.StatementContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which requests of a group may be disclosed and which may not. It reads the tables,
 * decrypts the drafts, hashes them again and verifies the signed approvals. Both methods lock the
 * requests that they return and must be called inside the transaction that releases them.
 *
 * @see <a href="../../../../../docs/rules.md">R51; promise 1</a>
 */
public final class Disclosures {
  private final JdbcDisclosures rows;
  private final JdbcUnapprovedRequests others;
  private final JdbcApprovals approvals;
  private final StatementContext context;
  private final UnverifiedRequests unverified;
  private final LostDenials lost;
  private final KnownApprovals known = new KnownApprovals();

  Disclosures(
      JdbcDisclosures rows,
      JdbcUnapprovedRequests others,
      JdbcApprovals approvals,
      StatementContext context,
      UnverifiedRequests unverified,
      LostDenials lost) {
    this.lost = lost;
    this.rows = rows;
    this.others = others;
    this.approvals = approvals;
    this.context = context;
    this.unverified = unverified;
  }

  /**
   * Requests whose stored drafts have valid approvals by two different people, in the order of the
   * file. A request whose approvals do not verify is denied, or waits for new approvals, in the
   * same transaction; the ledger's event names the cause.
   *
   * @param groupId the group's id
   * @throws IllegalStateException with D406 if stored bytes do not have the stored hash: a program
   *     or person changed the table, and nothing of the group may be released
   */
  public List<ApprovedDisclosure> approved(Change change, GroupId groupId) {
    List<Row> candidates = rows.candidates(groupId);
    Verifier verifier = new Verifier(candidates);
    List<ApprovedDisclosure> approved = new ArrayList<>();
    for (Row row : candidates) {
      Finding finding = verifier.of(row, row.sha256(), change.now());
      VerificationCause cause = finding.cause();
      if (cause == null) {
        approved.add(disclosure(row, finding));
      } else {
        unverified.handle(change, row, cause);
      }
    }
    return List.copyOf(approved);
  }

  /** The verification of several requests, with all decisions on them. */
  private final class Verifier {
    private final ApprovalVerification verification =
        new ApprovalVerification(context, rows.disabledAccounts(), known);
    private final Map<RequestKey, List<JdbcApprovals.StoredDecision>> decisions;
    private final Map<RequestKey, List<Event>> told;

    Verifier(List<Row> candidates) {
      List<RequestKey> keys = candidates.stream().map(Row::key).toList();
      this.decisions = approvals.ofAll(keys);
      this.told = lost.decisions(keys);
    }

    Finding of(Row row, String sha256, Instant at) {
      List<JdbcApprovals.StoredDecision> all = decisions.getOrDefault(row.key(), List.of());
      List<Event> events = told.getOrDefault(row.key(), List.of());
      if (lost.exist(row.key(), events, all, () -> again(row.key()))) {
        return new Finding(VerificationCause.DENIAL_MISSING, null, null);
      }
      return verification.of(
          new Candidate(
              row.key(), row.asked(), row.bodySha256(), row.generation(), sha256, all, events),
          at);
    }
  }

  private List<JdbcApprovals.StoredDecision> again(RequestKey key) {
    return approvals.ofAll(List.of(key)).getOrDefault(key, List.of());
  }

  /** Whether the ledger contains a denial of one of these requests that has no row. */
  public boolean lackDenials(List<RequestKey> keys) {
    Map<RequestKey, List<Event>> denials = lost.of(keys);
    if (denials.isEmpty()) {
      return false;
    }
    Map<RequestKey, List<JdbcApprovals.StoredDecision>> decisions =
        approvals.ofAll(denials.keySet());
    return denials.entrySet().stream()
        .anyMatch(
            told ->
                lost.exist(
                    told.getKey(),
                    told.getValue(),
                    decisions.getOrDefault(told.getKey(), List.of()),
                    () -> again(told.getKey())));
  }

  /**
   * A response that is about to be sealed or uploaded.
   *
   * @param id the response's id, for messages
   * @param items SHA-256 of each result that discloses something, by its request
   * @param recipients the officers to whose keys it would be sealed, in the order of their ids
   */
  public record Sealing(
      String id,
      FileId file,
      Map<RequestKey, String> items,
      List<Recipient> recipients,
      Instant releasedAt) {}

  /** An officer and the key to which a response would be sealed. */
  public record Recipient(String officerId, SealingKeys.Fingerprints key) {}

  /**
   * Verifies the approvals of a released response once more, and that two people approved exactly
   * these results for exactly these officers and keys.
   *
   * @param undone what did not happen if not, as a sentence
   * @throws Held D411 if not; the message names the first such request and its cause
   */
  public void assertApproved(Sealing sealing, String undone) {
    List<Statement.NamedOfficer> officers =
        sealing.recipients().stream()
            .map(
                one ->
                    new Statement.NamedOfficer(
                        one.officerId(), one.key().primary(), one.key().encryption()))
            .toList();
    List<Row> released = rows.released(sealing.file(), sealing.items().keySet());
    Verifier verifier = new Verifier(released);
    for (Row row : released) {
      String sha256 = Objects.requireNonNull(sealing.items().get(row.key()));
      Finding finding = verifier.of(row, sha256, sealing.releasedAt());
      Checked second = finding.second();
      if (second == null) {
        throw notApproved(sealing, row.key() + ": " + finding.cause(), undone);
      }
      if (!second.statement().officers().equals(officers)) {
        throw notApproved(
            sealing, row.key() + ": " + VerificationCause.OFFICER_KEY_CHANGED, undone);
      }
    }
    if (released.size() != sealing.items().size()) {
      throw notApproved(sealing, "a result without its stored request", undone);
    }
  }

  private static Held notApproved(Sealing sealing, String why, String undone) {
    return new Held(
        ReasonCode.D411_APPROVAL_NOT_VERIFIED,
        "Response %s: two people did not approve exactly these results for exactly these officers and keys (%s). %s A signed document, an officer's key or a table was changed after the release; the runbook names the way out."
            .formatted(sealing.id(), why, undone));
  }

  /**
   * The officers whom these stored requests name, in the order of their ids, with the keys of that
   * time.
   *
   * @return empty unless every request is stored, all name the same officers and each officer has a
   *     key
   */
  public Optional<List<Recipient>> recipients(
      FileId file, Collection<RequestKey> keys, Instant at) {
    List<RequestInContext> asked = rows.asked(file, keys);
    long different =
        asked.stream()
            .map(one -> StatementContext.officerIds(one.request()))
            .distinct()
            .limit(2)
            .count();
    if (different != 1 || asked.size() != Set.copyOf(keys).size()) {
      return Optional.empty();
    }
    return Optional.of(context.officers(asked.get(0), at))
        .filter(officers -> !officers.isEmpty())
        .filter(officers -> officers.stream().allMatch(Statement.NamedOfficer::hasKey))
        .map(officers -> officers.stream().map(Disclosures::recipient).toList());
  }

  /**
   * The officers whom any of these stored requests names. No column of a response takes part.
   *
   * @return empty unless every request is stored
   */
  public Optional<Set<String>> named(FileId file, Collection<RequestKey> keys) {
    List<RequestInContext> asked = rows.asked(file, keys);
    return asked.size() == Set.copyOf(keys).size()
        ? Optional.of(
            asked.stream()
                .flatMap(one -> StatementContext.officerIds(one.request()).stream())
                .collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }

  private static Recipient recipient(Statement.NamedOfficer officer) {
    return new Recipient(
        officer.officerId(), new SealingKeys.Fingerprints(officer.primary(), officer.encryption()));
  }

  private static ApprovedDisclosure disclosure(Row row, Finding finding) {
    Checked first = Objects.requireNonNull(finding.first());
    Checked second = Objects.requireNonNull(finding.second());
    return new SignedDisclosure(
        row.key(),
        row.number(),
        row.asked().request(),
        row.item(),
        row.sha256(),
        first.who().key().account(),
        second.who().key().account(),
        List.of(first.statement().hash(), second.statement().hash()));
  }

  /**
   * Requests of a group that are in no response and not in {@code approved}, in the order of the
   * file.
   */
  public List<UnapprovedRequest> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    return others.besides(approved, groupId);
  }
}
