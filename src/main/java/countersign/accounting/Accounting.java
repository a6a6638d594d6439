package countersign.accounting;

import countersign.ledger.CanonicalJson;
import countersign.lifecycle.CopyRows;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an accounting entry for every request and every disclosure, refusals included, in the
 * transaction of the decision. If the entry cannot be written, the decision is rolled back. Entries
 * are only inserted, never changed. Stateless.
 *
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(p)(3)(A)</a>
 */
public final class Accounting {
  private final Vault vault;
  private final JdbcAccounting rows;

  Accounting(Vault vault, JdbcAccounting rows) {
    this.vault = vault;
    this.rows = rows;
  }

  /**
   * Accounts for a file that could not be read, so that its requests are unknown.
   *
   * @return the entry's digest, which the ledger's event of the decision must contain
   */
  public EntryDigest fileNotRead(FileFacts file, Instant at, Collection<ReasonCode> codes) {
    CanonicalJson json =
        EntryBatch.facts("FILE", file)
            .text("decidedAt", at.toString())
            .text("disposition", "REFUSED")
            .texts("codes", names(codes));
    return fileEntry(file, at, json);
  }

  /**
   * Accounts for a person's decision about held requests.
   *
   * @param disposition {@code TAKEN} or {@code REFUSED}
   * @param codes codes with which the requests are answered from now on
   * @param requestId the one request decided; null for all requests that the file held
   * @param account account of the person who decided
   * @param reason the person's own text; it may name people, so it is stored nowhere else
   * @return the entry's digest, which the ledger's event of the decision must contain
   */
  public EntryDigest holdDecided(
      FileFacts file,
      Instant at,
      String disposition,
      Collection<ReasonCode> codes,
      @Nullable String requestId,
      String account,
      String reason) {
    CanonicalJson json =
        EntryBatch.facts("FILE", file)
            .text("requestId", requestId)
            .text("decidedAt", at.toString())
            .text("disposition", disposition)
            .texts("codes", names(codes))
            .texts("approvers", List.of(account))
            .text("decisionReason", reason);
    return fileEntry(file, at, json);
  }

  private EntryDigest fileEntry(FileFacts file, Instant at, CanonicalJson json) {
    String id = file.file().value();
    UnsealedEntry entry = UnsealedEntry.of(json, AccountingEntry.EntryType.FILE, id, null, null);
    write(
        JdbcAccounting.sealed(
            List.of(
                new JdbcAccounting.StoredEntry(
                    AccountingEntry.EntryType.FILE, id, null, null, file.agency(), at, entry)),
            cipher(file.agency(), at)));
    return new EntryDigest(entry.digest());
  }

  /**
   * Creates the entries of a file's requests, one block after the other.
   *
   * @param at time of the decision, whole milliseconds
   */
  public EntryBatch batch(FileFacts file, Instant at) {
    return new EntryBatch(cipher(file.agency(), at), file, at);
  }

  /** Writes a block of entries in the caller's transaction. */
  public void write(SealedEntries entries) {
    rows.copy(entries);
  }

  /**
   * Creates the entries of the answers to several requests of one agency, in the order of the list.
   * The caller records their {@linkplain SealedEntries#root root} in the ledger and then writes
   * them, in one transaction.
   */
  public SealedEntries dispositions(List<AccountedResult> dispositions, Instant at) {
    if (dispositions.isEmpty()) {
      return new SealedEntries(JdbcAccounting.COPY, new CopyRows().finish(), List.of());
    }
    String agency = dispositions.get(0).agency();
    return JdbcAccounting.sealed(
        dispositions.stream().map(disposition -> AnswerEntry.of(disposition, at)).toList(),
        cipher(agency, at));
  }

  /**
   * Creates the entries of answers of one agency that an older database does not know, marked as
   * reconstructed. The journal names no person, so that recipients, approvers and codes are
   * missing.
   */
  public SealedEntries reconstructed(List<ReconstructedAnswer> answers, Instant at) {
    if (answers.isEmpty()) {
      return dispositions(List.of(), at);
    }
    String agency = answers.get(0).request().file().agency();
    return JdbcAccounting.sealed(
        answers.stream().map(answer -> AnswerEntry.reconstructed(answer, agency, at)).toList(),
        cipher(agency, at));
  }

  /**
   * Every entry of a file, decrypted, in the order in which they were written; for people with a
   * need to know.
   */
  public List<AccountingEntry> entries(FileId file) {
    Map<String, DataCipher> ciphers = new HashMap<>();
    return rows.entries(
        file.value(),
        (agency, at) ->
            ciphers.computeIfAbsent(
                agency + "/" + year(at), key -> vault.accounting(agency, year(at))));
  }

  private DataCipher cipher(String agency, Instant at) {
    return vault.accounting(agency, year(at));
  }

  private static int year(Instant at) {
    return at.atZone(ZoneOffset.UTC).getYear();
  }

  static List<String> names(Collection<ReasonCode> codes) {
    return codes.stream().map(Enum::name).distinct().sorted().collect(Collectors.toList());
  }
}
