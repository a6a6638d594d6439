package countersign.delivery;

import countersign.disclosure.Disclosures;
import countersign.pgp.Certificate;
import countersign.request.RequestKey;
import countersign.sealing.SealStatement;
import countersign.statement.SealingKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks before a response is sealed, and again before it is uploaded, that two people approved its
 * disclosures for its officers and their keys. The columns of the response alone do not decide who
 * receives it. Stateless.
 */
final class SealCheck {
  private final Disclosures disclosures;
  private final StoredResults results;

  SealCheck(Disclosures disclosures, StoredResults results) {
    this.disclosures = disclosures;
    this.results = results;
  }

  /**
   * Checks a released response.
   *
   * @param opened its decrypted results, which are sealed afterwards
   * @param officers certificates of the response's officers, in the order of their ids
   * @throws countersign.request.Held D411 if two people did not approve this
   */
  void check(
      JdbcResponses.StoredResponse response,
      List<StoredResults.Opened> opened,
      List<Certificate> officers,
      Instant at) {
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
    check(response, StoredResults.disclosed(opened), recipients, "Nothing was sealed.");
  }

  /**
   * Checks the same before the sealed bytes of a response are uploaded, for the recipients that
   * their verified statement names.
   *
   * @throws countersign.request.Held D411 if two people did not approve this
   */
  void checkUpload(JdbcResponses.StoredResponse response, SealStatement said) {
    List<Disclosures.Recipient> recipients =
        said.recipients().stream()
            .map(
                one ->
                    new Disclosures.Recipient(
                        one.name(), new SealingKeys.Fingerprints(one.primary(), one.encryption())))
            .toList();
    check(response, results.disclosed(response), recipients, "Nothing was uploaded.");
  }

  private void check(
      JdbcResponses.StoredResponse response,
      Map<RequestKey, String> disclosed,
      List<Disclosures.Recipient> recipients,
      String undone) {
    disclosures.assertApproved(
        new Disclosures.Sealing(
            response.id().toString(),
            response.file(),
            disclosed,
            recipients,
            response.releasedAt()),
        undone);
  }
}
