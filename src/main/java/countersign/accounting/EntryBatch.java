package countersign.accounting;

import countersign.ledger.CanonicalJson;
import countersign.lifecycle.CopyRows;
import countersign.vault.DataCipher;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Creates the sealed accounting entries of one file's requests. Each contains the request's
 * canonical bytes, the decision and 32 random bytes, which keep the entry's digest from being
 * guessed. Thread-safe; create one per file.
 *
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(p)(3)(A)</a>
 */
public final class EntryBatch {
  static final String SECTION = "26 USC 6103(i)(2)";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataCipher cipher;
  private final FileFacts file;
  private final Instant at;

  EntryBatch(DataCipher cipher, FileFacts file, Instant at) {
    this.cipher = cipher;
    this.file = file;
    this.at = at;
  }

  /** Seals entries, which the caller then writes in the transaction of the decision. */
  public SealedEntries seal(List<AccountedRequest> requests) {
    CopyRows rows = new CopyRows();
    List<byte[]> digests = new ArrayList<>(requests.size());
    for (AccountedRequest request : requests) {
      UnsealedEntry entry = entry(request);
      rows.row(JdbcAccounting.COLUMN_COUNT)
          .text(AccountingEntry.EntryType.REQUEST.name())
          .text(file.file().value())
          .text(request.requestId())
          .text(null)
          .text(file.agency())
          .instant(at)
          .bytes(entry.seal(cipher))
          .bytes(entry.digest());
      digests.add(entry.digest());
    }
    return new SealedEntries(rows.finish(), digests);
  }

  private UnsealedEntry entry(AccountedRequest request) {
    CanonicalJson json =
        facts("REQUEST", file)
            .text("requestId", request.requestId())
            .text("decidedAt", at.toString())
            .text("disposition", request.state())
            .texts("codes", request.codes())
            .verbatim("request", request.body());
    return UnsealedEntry.of(
        json, AccountingEntry.EntryType.REQUEST, file.file().value(), request.requestId(), null);
  }

  static CanonicalJson facts(String kind, FileFacts file) {
    return new CanonicalJson()
        .text("kind", kind)
        .text("section", SECTION)
        .text("fileId", file.file().value())
        .text("sealedSha256", file.sealedSha256())
        .text("agency", file.agency())
        .text("partner", file.partner())
        .text("agreement", file.agreement())
        .text("requester", file.requester())
        .text("requestedAt", file.requestedAt())
        .text("receivedAt", file.receivedAt().toString())
        .text("ruleSet", file.ruleSet());
  }

  /** 32 random bytes, hexadecimal. */
  static String salt() {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
