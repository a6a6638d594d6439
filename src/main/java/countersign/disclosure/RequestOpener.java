package countersign.disclosure;

import countersign.approval.ApprovalAssociatedData;
import countersign.crypto.DigestMemory;
import countersign.crypto.PartsDigest;
import countersign.crypto.Sha256;
import countersign.intake.KeptRequest;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.statement.RequestInContext;
import countersign.statement.StatementContext;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts the stored requests and drafts of one file. It asks the vault for a key when the first
 * value needs it. Used for one step; not thread-safe.
 */
final class RequestOpener {
  private final Vault vault;
  private final FileId file;
  private final DigestMemory<List<String>> officers;
  private @Nullable DataCipher requests;
  private @Nullable DataCipher drafts;

  /**
   * Creates an opener.
   *
   * @param officers remembers the officers whom stored requests name
   */
  RequestOpener(Vault vault, FileId file, DigestMemory<List<String>> officers) {
    this.vault = vault;
    this.file = file;
    this.officers = officers;
  }

  /**
   * A request with its draft, decrypted.
   *
   * @param item the draft's bytes
   * @param sha256 SHA-256 of these bytes, computed now, hexadecimal
   */
  record Opened(RequestInContext asked, byte[] item, String sha256) {}

  /**
   * Decrypts a request and its draft.
   *
   * @throws IllegalStateException with D406 if the draft's bytes do not have the stored hash
   */
  Opened open(StoredRequest stored) {
    RequestKey key = stored.key();
    byte[] item = drafts().open(stored.draft().sealed(), ApprovalAssociatedData.item(key));
    byte[] sha256 = Sha256.of(item);
    if (!Arrays.equals(sha256, stored.draft().sha256())) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match its stored hash. Nothing of its group is released. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, key));
    }
    StoredRequest.Context context = stored.context();
    Request request = request(key, stored.number(), stored.body());
    officers.remember(
        digest(key, stored.number(), stored.body()), StatementContext.officerIds(request));
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

  /** The ids of the officers whom a sealed request names, sorted; it is decrypted only once. */
  List<String> officers(RequestKey key, int number, byte[] body) {
    String digest = digest(key, number, body);
    return officers
        .find(digest)
        .orElseGet(
            () -> {
              List<String> found = StatementContext.officerIds(request(key, number, body));
              officers.remember(digest, found);
              return found;
            });
  }

  private static String digest(RequestKey key, int number, byte[] body) {
    return new PartsDigest().text(key.toString()).value(number).bytes(body).hex();
  }

  private Request request(RequestKey key, int number, byte[] body) {
    return KeptRequest.open(requests(), key.file(), number, body);
  }

  /** The cipher of the file's drafts. */
  DataCipher drafts() {
    drafts = Optional.ofNullable(drafts).orElseGet(() -> vault.draft(file.value()));
    return drafts;
  }

  private DataCipher requests() {
    requests = Optional.ofNullable(requests).orElseGet(() -> vault.file(file.value()));
    return requests;
  }
}
