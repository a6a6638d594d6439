package countersign.delivery;

import countersign.crypto.Sha256;
import countersign.disclosure.Disclosures;
import countersign.pgp.Certificate;
import countersign.redaction.AllowList;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.sealing.SealStatement;
import countersign.statement.SealingKeys;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks before a response is sealed, and again before it is uploaded, that two people approved its
 * disclosures for its officers and their keys. The columns of the response alone do not decide who
 * receives it. Stateless.
 */
final class SealCheck {
  private final Disclosures disclosures;
  private final Vault vault;
  private final JdbcResponses responses;

  SealCheck(Disclosures disclosures, Vault vault, JdbcResponses responses) {
    this.disclosures = disclosures;
    this.vault = vault;
    this.responses = responses;
  }

  /**
   * Checks a released response.
   *
   * @param officers certificates of the response's officers, in the order of their ids
   * @throws countersign.request.Held D411 if two people did not approve this
   */
  void check(JdbcResponses.StoredResponse response, List<Certificate> officers, Instant at) {
    List<Disclosures.Recipient> recipients = new ArrayList<>();
    for (int i = 0; i < officers.size(); i++) {
      Certificate certificate = officers.get(i);
      recipients.add(
          new Disclosures.Recipient(
              response.officers().get(i),
              new SealingKeys.Fingerprints(
                  certificate.fingerprint(),
                  certificate.encryptionFingerprintAt(at).orElseThrow())));
    }
    check(response, recipients, "Nothing was sealed.");
  }

  /**
   * Checks the same before the sealed bytes of a response are uploaded, for the recipients that
   * their verified statement names. An acknowledgement discloses nothing.
   *
   * @throws countersign.request.Held D411 if two people did not approve this
   */
  void checkUpload(SealStatement said) {
    if (said.id() instanceof ResponseId id) {
      List<Disclosures.Recipient> recipients =
          said.recipients().stream()
              .map(
                  one ->
                      new Disclosures.Recipient(
                          one.name(),
                          new SealingKeys.Fingerprints(one.primary(), one.encryption())))
              .toList();
      JdbcResponses.StoredResponse row =
          responses
              .find(id)
              .orElseThrow(() -> new IllegalStateException("No response has the id " + id));
      check(row, recipients, "Nothing was uploaded.");
    }
  }

  private void check(
      JdbcResponses.StoredResponse response,
      List<Disclosures.Recipient> recipients,
      String undone) {
    disclosures.assertApproved(
        new Disclosures.Sealing(
            response.id().toString(),
            response.file(),
            disclosed(response),
            recipients,
            response.releasedAt()),
        undone);
  }

  private Map<RequestKey, String> disclosed(JdbcResponses.StoredResponse response) {
    DataCipher cipher = vault.draft(response.file().value());
    Map<RequestKey, String> items = new HashMap<>();
    for (JdbcResponses.StoredResult row : responses.items(response.id())) {
      RequestKey key = RequestKey.parse(row.request());
      byte[] item = cipher.open(row.sealed(), ReleaseStep.associatedData(row.request()));
      if (AllowList.admit(item, key.requestId()) == AllowList.Outcome.DISCLOSED) {
        items.put(key, Sha256.hex(item));
      }
    }
    return items;
  }
}
