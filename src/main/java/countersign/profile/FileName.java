package countersign.profile;

import countersign.crypto.Sha256;
import countersign.request.FileId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Information in an incoming file's name. A name outside the published pattern may contain personal
 * data such as a taxpayer's name, so only its hash is kept and compared.
 *
 * @param kept the name, or its hash if it is outside the pattern
 * @param kind request or receipt; null if the name is outside the pattern
 * @param id the id of a request file, receipt or disposition; null if the name is outside the
 *     pattern
 * @param csv whether a request file uses the CSV profile
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 2</a>
 */
public record FileName(String kept, @Nullable FileKind kind, @Nullable FileId id, boolean csv) {
  private static final int HASH_DIGITS = 32;
  private static final Pattern REQUEST =
      Pattern.compile("([A-Z0-9_-]{1,60})\\.req\\.(ndjson|csv)\\.(pgp|asc)");
  private static final Pattern RECEIPT =
      Pattern.compile("([A-Za-z0-9_.-]{1,150})\\.json\\.(pgp|asc)");

  /** Parses a name; one outside the published pattern is replaced by its hash. */
  public static FileName of(String name) {
    Matcher request = REQUEST.matcher(name);
    if (request.matches()) {
      Optional<FileId> id = FileId.parse(request.group(1));
      if (id.isPresent()) {
        return new FileName(name, FileKind.REQUEST, id.get(), request.group(2).equals("csv"));
      }
    }
    Matcher receipt = RECEIPT.matcher(name);
    if (receipt.matches()) {
      Optional<FileId> id = FileId.receipt(receipt.group(1));
      if (id.isPresent()) {
        return new FileName(name, FileKind.RECEIPT, id.get(), false);
      }
    }
    return new FileName("unpublished-" + hash(name), null, null, false);
  }

  private static String hash(String name) {
    return Sha256.hex(name).substring(0, HASH_DIGITS);
  }
}
