package countersign.accounting;

import countersign.ledger.CanonicalJson;
import countersign.vault.Box;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes the entries of one file's requests: each the request's own canonical bytes with what was
 * decided, sealed, and a digest that nobody can guess because 32 random bytes are inside.
 * Thread-safe; make one for one file.
 *
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(p)(3)(A)</a>
 */
public final class EntryBatch {
  static final String SECTION = "26 USC 6103(i)(2)";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Box box;
  private final FileFacts file;
  private final Instant at;

  EntryBatch(Box box, FileFacts file, Instant at) {
    this.box = box;
    this.file = file;
    this.at = at;
  }

  /** Seals entries; the caller writes them in the transaction of the decision. */
  public SealedEntries seal(List<Asked> requests) {
    CopyRows rows = new CopyRows();
    List<byte[]> digests = new ArrayList<>(requests.size());
    for (Asked asked : requests) {
      Draft draft = draft(asked);
      rows.row(JdbcAccounting.COLUMN_COUNT)
          .text(Entry.Kind.REQUEST.name())
          .text(file.file().value())
          .text(asked.requestId())
          .text(null)
          .text(file.agency())
          .instant(at)
          .bytes(draft.seal(box))
          .bytes(draft.digest());
      digests.add(draft.digest());
    }
    return new SealedEntries(rows.finish(), digests);
  }

  private Draft draft(Asked asked) {
    CanonicalJson json =
        facts("REQUEST", file)
            .text("requestId", asked.requestId())
            .text("decidedAt", at.toString())
            .text("disposition", asked.state())
            .texts("codes", asked.codes())
            .verbatim("request", asked.body());
    return Draft.of(json, Entry.Kind.REQUEST, file.file().value(), asked.requestId(), null);
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
