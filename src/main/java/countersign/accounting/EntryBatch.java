package countersign.accounting;

import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.lifecycle.CopyRows;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.SealedBlock;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
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
  private static final String REQUEST_ID = "\"requestId\":\"";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataCipher cipher;
  private final FileFacts file;
  private final Instant at;

  EntryBatch(DataCipher cipher, FileFacts file, Instant at) {
    this.cipher = cipher;
    this.file = file;
    this.at = at;
  }

  /**
   * Seals the entries of consecutive requests, which the caller then writes in the transaction of
   * the decision.
   *
   * @param first number of the first request in the file
   * @param requests at most {@link SealedBlock#MAX_VALUES}
   */
  public SealedEntries seal(int first, List<AccountedRequest> requests) {
    List<byte[]> entries = requests.stream().map(this::entry).toList();
    List<byte[]> digests = entries.stream().map(Sha256::of).toList();
    ByteBuffer all = ByteBuffer.allocate(JdbcAccounting.DIGEST_BYTES * digests.size());
    digests.forEach(all::put);
    CopyRows rows =
        new CopyRows()
            .row(JdbcAccounting.BLOCK_COLUMN_COUNT)
            .text(file.file().value())
            .number(first)
            .text(file.agency())
            .instant(at)
            .bytes(SealedBlock.seal(cipher, entries, associatedData(file.file().value(), first)))
            .bytes(all.array());
    return new SealedEntries(JdbcAccounting.COPY_BLOCK, rows.finish(), digests);
  }

  /** The id that an entry names first; an id has neither quotes nor escapes. */
  static String requestId(String entry) {
    int from = entry.indexOf(REQUEST_ID) + REQUEST_ID.length();
    return entry.substring(from, entry.indexOf('"', from));
  }

  static AssociatedData associatedData(String fileId, int first) {
    return new AssociatedData("accounting_block", fileId + "/" + first, "entries_sealed");
  }

  private byte[] entry(AccountedRequest request) {
    CanonicalJson json =
        facts("REQUEST", file)
            .text("requestId", request.requestId())
            .text("decidedAt", at.toString())
            .text("disposition", request.state())
            .texts("codes", request.codes())
            .verbatim("request", request.body());
    return UnsealedEntry.salted(json);
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
