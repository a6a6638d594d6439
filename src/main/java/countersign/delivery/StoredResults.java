package countersign.delivery;

import countersign.crypto.DigestMemory;
import countersign.crypto.PartsDigest;
import countersign.crypto.Sha256;
import countersign.redaction.AllowList;
import countersign.request.RequestKey;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Decrypts the results of a response. It remembers in memory what the results of a response
 * disclose, by a digest over their stored bytes, so that the upload does not decrypt what the seal
 * decrypted. Thread-safe.
 */
final class StoredResults {
  /** The most responses that are remembered: about 10 MB if each has 200 results. */
  private static final int MOST = 200;

  private final Vault vault;
  private final JdbcResponses responses;
  private final DigestMemory<Map<RequestKey, String>> disclosed = new DigestMemory<>(MOST);

  StoredResults(Vault vault, JdbcResponses responses) {
    this.vault = vault;
    this.responses = responses;
  }

  /**
   * A decrypted result.
   *
   * @param item its canonical bytes
   * @param sha256 SHA-256 of them, computed now
   * @param stored the hash that was stored at the release
   * @param outcome what it contains
   */
  record Opened(
      RequestKey key, byte[] item, byte[] sha256, byte[] stored, AllowList.Outcome outcome) {
    boolean isAsReleased() {
      return Arrays.equals(sha256, stored);
    }

    /** Contains only the request's key. */
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /**
   * The results of a response, in their order.
   *
   * @throws countersign.redaction.OutputNotAllowed if one of them may not leave
   */
  List<Opened> open(JdbcResponses.StoredResponse response) {
    List<JdbcResponses.StoredResult> rows = responses.items(response.id());
    List<Opened> opened = open(response, rows);
    disclosed.remember(digest(response, rows), disclosed(opened));
    return opened;
  }

  /** SHA-256 of each result that discloses something, hexadecimal, by its request. */
  Map<RequestKey, String> disclosed(JdbcResponses.StoredResponse response) {
    List<JdbcResponses.StoredResult> rows = responses.items(response.id());
    return disclosed.find(digest(response, rows)).orElseGet(() -> disclosed(open(response, rows)));
  }

  /** The same of opened results. */
  static Map<RequestKey, String> disclosed(List<Opened> results) {
    Map<RequestKey, String> items = new HashMap<>();
    for (Opened one : results) {
      if (one.outcome() == AllowList.Outcome.DISCLOSED) {
        items.put(one.key(), HexFormat.of().formatHex(one.sha256()));
      }
    }
    return Map.copyOf(items);
  }

  private List<Opened> open(
      JdbcResponses.StoredResponse response, List<JdbcResponses.StoredResult> rows) {
    DataCipher cipher = vault.draft(response.file().value());
    List<Opened> opened = new ArrayList<>();
    for (JdbcResponses.StoredResult row : rows) {
      RequestKey key = RequestKey.parse(row.request());
      byte[] item = cipher.open(row.sealed(), ReleaseStep.associatedData(row.request()));
      AllowList.Outcome outcome = AllowList.admit(item, key.requestId());
      opened.add(new Opened(key, item, Sha256.of(item), row.sha256(), outcome));
    }
    return List.copyOf(opened);
  }

  private static String digest(
      JdbcResponses.StoredResponse response, List<JdbcResponses.StoredResult> rows) {
    PartsDigest digest = new PartsDigest().text(response.file().value());
    rows.forEach(row -> digest.text(row.request()).bytes(row.sealed()));
    return digest.hex();
  }
}
