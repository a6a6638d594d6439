package countersign.disclosure;

import countersign.approval.JdbcDrafts;
import countersign.crypto.DigestMemory;
import countersign.crypto.PartsDigest;
import countersign.crypto.Sha256;
import countersign.intake.JdbcRequestBodies;
import countersign.intake.KeptRequest;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.statement.RequestInContext;
import countersign.statement.StatementContext;
import countersign.vault.Vault;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decrypts the stored requests and drafts of one file, and reads them only where that is asked for.
 * Ask in the order of the file. Used for one step; not thread-safe.
 */
final class JdbcRequestOpener {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final FileId file;
  private final DigestMemory<List<String>> officers;
  private @Nullable JdbcRequestBodies requests;
  private JdbcDrafts.@Nullable Reader drafts;

  /**
   * Creates an opener.
   *
   * @param officers remembers the officers whom requests name
   */
  JdbcRequestOpener(
      JdbcClient jdbc, Vault vault, FileId file, DigestMemory<List<String>> officers) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.file = file;
    this.officers = officers;
  }

  /**
   * A request with its draft, read.
   *
   * @param item the draft's bytes
   * @param sha256 SHA-256 of these bytes, computed now, hexadecimal
   */
  record Opened(RequestInContext asked, byte[] item, String sha256) {}

  /**
   * Reads a request and compares its draft with the stored hash.
   *
   * @throws IllegalStateException with D406 if the draft's bytes do not have the stored hash
   */
  Opened open(StoredRequest stored) {
    byte[] item = stored.draft().item();
    byte[] sha256 = Sha256.of(item);
    if (!Arrays.equals(sha256, stored.draft().sha256())) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match its stored hash. Nothing of its group is released. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, stored.key()));
    }
    StoredRequest.Context context = stored.context();
    Request request = KeptRequest.read(stored.body());
    officers.remember(digest(stored.body()), StatementContext.officerIds(request));
    RequestInContext asked =
        new RequestInContext(
            request,
            context.partner(),
            context.agency(),
            context.agreement(),
            context.requester(),
            List.of(),
            context.receivedAt(),
            context.ruleSet());
    return new Opened(asked, item, HexFormat.of().formatHex(sha256));
  }

  /** The ids of the officers whom a request names, sorted; the same bytes are read only once. */
  List<String> officers(int number) {
    byte[] body = body(number);
    String digest = digest(body);
    return officers
        .find(digest)
        .orElseGet(
            () -> {
              List<String> found = StatementContext.officerIds(KeptRequest.read(body));
              officers.remember(digest, found);
              return found;
            });
  }

  private static String digest(byte[] body) {
    return new PartsDigest().bytes(body).hex();
  }

  /** The canonical bytes of a request. */
  byte[] body(int number) {
    if (requests == null) {
      requests = new JdbcRequestBodies(jdbc, vault.file(file.value()), file);
    }
    return requests.body(number);
  }

  /** The bytes of a request's draft. */
  byte[] item(RequestKey key) {
    if (drafts == null) {
      drafts = new JdbcDrafts.Reader(jdbc, vault.draft(file.value()), file);
    }
    return drafts.of(key).item();
  }
}
