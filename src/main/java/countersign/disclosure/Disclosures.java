package countersign.disclosure;

import countersign.approval.JdbcApprovals;
import countersign.crypto.DigestMemory;
import countersign.disclosure.ApprovalVerification.Candidate;
import countersign.disclosure.ApprovalVerification.Checked;
import countersign.disclosure.ApprovalVerification.Finding;
import countersign.disclosure.JdbcDisclosures.Asked;
import countersign.disclosure.JdbcRequestOpener.Opened;
import countersign.ledger.Event;
import countersign.lifecycle.Change;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.Held;
import countersign.request.RequestKey;
import countersign.request.Unavailable;
import countersign.statement.SealingKeys;
import countersign.statement.Statement;
import countersign.statement.StatementContext;
import countersign.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides which requests of a group may be disclosed and which may not. It reads the tables,
 * decrypts the drafts, hashes them again and verifies the signed approvals. Both methods lock the
 * requests that they return and must be called inside the transaction that releases them.
 *
 * @see <a href="../../../../../docs/rules.md">R51; promise 1</a>
 */
public final class Disclosures {
  /** The most requests whose officers are remembered: about 10 MB. */
  private static final int MOST_REQUESTS = 50_000;

  private final Stored stored;
  private final StatementContext context;
  private final UnverifiedRequests unverified;
  private final LostDenials lost;
  private final KnownApprovals known = new KnownApprovals();
  private final DigestMemory<List<String>> officers = new DigestMemory<>(MOST_REQUESTS);

  Disclosures(
      Stored stored, StatementContext context, UnverifiedRequests unverified, LostDenials lost) {
    this.lost = lost;
    this.stored = stored;
    this.context = context;
    this.unverified = unverified;
  }

  /** What the gateway stored, and what decrypts it. */
  record Stored(
      Vault vault,
      JdbcDisclosures requests,
      JdbcUnapprovedRequests others,
      JdbcApprovals decisions) {}

  private JdbcRequestOpener opener(FileId file) {
    return stored.requests().opener(stored.vault(), file, officers);
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
    JdbcRequestOpener opener = opener(groupId.file());
    JdbcDisclosures.Found candidates = stored.requests().candidates(groupId, opener);
    Verifier verifier = new Verifier(candidates, opener);
    List<ApprovedDisclosure> approved = new ArrayList<>();
    for (StoredRequest row : candidates.requests()) {
      Opened opened = opener.open(row);
      Finding finding = verifier.of(row, () -> opened, change.now());
      VerificationCause cause = finding.cause();
      if (cause == null) {
        approved.add(disclosure(row, opened, finding));
      } else {
        unverified.handle(change, row, cause);
      }
    }
    return List.copyOf(approved);
  }

  /** The verification of several requests, with all decisions on them. */
  private final class Verifier {
    private final ApprovalVerification verification;
    private final JdbcRequestOpener opener;
    private final Map<RequestKey, List<JdbcApprovals.StoredDecision>> decisions;
    private final Map<RequestKey, List<byte[]>> told;

    Verifier(JdbcDisclosures.Found found, JdbcRequestOpener opener) {
      this.verification = new ApprovalVerification(context, found.disabled(), known);
      this.opener = opener;
      List<RequestKey> keys = found.requests().stream().map(StoredRequest::key).toList();
      this.decisions = stored.decisions().ofAll(keys);
      this.told = lost.decisions(keys);
    }

    /** The finding about a stored request, which is decrypted only if it is not known. */
    Finding of(StoredRequest row, Instant at) {
      return of(row, () -> opener.open(row), at);
    }

    Finding of(StoredRequest row, Supplier<Opened> opened, Instant at) {
      ApprovalEvidence evidence =
          new ApprovalEvidence(
              row,
              decisions.getOrDefault(row.key(), List.of()),
              told.getOrDefault(row.key(), List.of()));
      return verification.of(evidence, at, () -> verified(evidence, opened.get(), at));
    }

    private Finding verified(ApprovalEvidence evidence, Opened opened, Instant at) {
      RequestKey key = evidence.request().key();
      List<Event> events = evidence.events();
      if (lost.exist(key, events, evidence.rows(), () -> again(key))) {
        return new Finding(VerificationCause.DENIAL_MISSING, null, null);
      }
      return verification.verified(
          new Candidate(
              key,
              opened.asked(),
              evidence.request().draft().generation(),
              opened.sha256(),
              evidence.rows(),
              events),
          at);
    }
  }

  private List<JdbcApprovals.StoredDecision> again(RequestKey key) {
    return stored.decisions().ofAll(List.of(key)).getOrDefault(key, List.of());
  }

  /** Whether the ledger contains a denial of one of these requests that has no row. */
  public boolean lackDenials(List<RequestKey> keys) {
    Map<RequestKey, List<Event>> denials = lost.of(keys);
    if (denials.isEmpty()) {
      return false;
    }
    Map<RequestKey, List<JdbcApprovals.StoredDecision>> decisions =
        stored.decisions().ofAll(denials.keySet());
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
   * @throws Unavailable with cause S505 if the table lacks a denial that the ledger has
   */
  public void assertApproved(Sealing sealing, String undone) {
    List<Statement.NamedOfficer> recipients =
        sealing.recipients().stream()
            .map(
                one ->
                    new Statement.NamedOfficer(
                        one.officerId(), one.key().primary(), one.key().encryption()))
            .toList();
    JdbcRequestOpener opener = opener(sealing.file());
    JdbcDisclosures.Found released = stored.requests().released(sealing.items().keySet(), opener);
    Verifier verifier = new Verifier(released, opener);
    UncoveredResults uncovered = new UncoveredResults(sealing.id(), undone);
    for (StoredRequest row : released.requests()) {
      Finding finding = verifier.of(row, sealing.releasedAt());
      String item = Objects.requireNonNull(sealing.items().get(row.key()));
      uncovered.assertCovers(row.key(), finding, item, recipients);
    }
    if (released.requests().size() != sealing.items().size()) {
      throw uncovered.held("a result without its stored request");
    }
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
    List<Asked> asked = stored.requests().asked(file, keys);
    List<List<String>> named = named(file, asked);
    if (named.stream().distinct().limit(2).count() != 1
        || asked.size() != Set.copyOf(keys).size()) {
      return Optional.empty();
    }
    return Optional.of(context.officers(named.get(0), asked.get(0).agency(), at))
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
    List<Asked> asked = stored.requests().asked(file, keys);
    return asked.size() == Set.copyOf(keys).size()
        ? Optional.of(
            named(file, asked).stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }

  private List<List<String>> named(FileId file, List<Asked> asked) {
    JdbcRequestOpener opener = opener(file);
    return asked.stream().map(one -> opener.officers(one.number())).toList();
  }

  private static Recipient recipient(Statement.NamedOfficer officer) {
    return new Recipient(
        officer.officerId(), new SealingKeys.Fingerprints(officer.primary(), officer.encryption()));
  }

  private static ApprovedDisclosure disclosure(StoredRequest row, Opened opened, Finding finding) {
    Checked first = Objects.requireNonNull(finding.first());
    Checked second = Objects.requireNonNull(finding.second());
    return new SignedDisclosure(
        row.key(),
        row.number(),
        opened.asked().request(),
        opened.item(),
        opened.sha256(),
        first.who().key().account(),
        second.who().key().account(),
        List.of(first.hash(), second.hash()));
  }

  /**
   * Requests of a group that are in no response and not in {@code approved}, in the order of the
   * file.
   */
  public List<UnapprovedRequest> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    return stored.others().besides(approved, groupId);
  }
}
