package countersign.sealing;

import countersign.disclosure.Disclosures;
import countersign.pgp.Certificate;
import countersign.request.OutgoingId;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.sealing.SealStatement.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out to whom a file must be encrypted, from the stored requests and the register. No column
 * of {@code response} takes part. Stateless.
 */
public final class Recipients {
  private final Disclosures disclosures;
  private final Function<ResponseId, List<String>> answered;
  private final RecipientKeys keys;

  /**
   * Uses these sources.
   *
   * @param answered the requests that a response answers, as text
   */
  public Recipients(
      Disclosures disclosures, Function<ResponseId, List<String>> answered, RecipientKeys keys) {
    this.disclosures = disclosures;
    this.answered = answered;
    this.keys = keys;
  }

  /**
   * The recipients of a response or an acknowledgement.
   *
   * @param partner the partner in whose inbox the requests were
   * @param at the time of the sealing, whose keys count
   * @return empty if the requests name different officers, or a key is missing
   */
  Optional<List<Recipient>> of(OutgoingId id, String partner, Instant at) {
    return switch (id.kind()) {
      case RESPONSE -> officers((ResponseId) id, at);
      case ACKNOWLEDGEMENT -> agency(partner, at);
      case RECALL_NOTICE -> officers(((OutgoingId.OfRecall) id).response(), at);
    };
  }

  private Optional<List<Recipient>> officers(ResponseId id, Instant at) {
    List<RequestKey> asked = answered.apply(id).stream().map(RequestKey::parse).toList();
    return disclosures
        .recipients(id.file(), asked, at)
        .map(
            officers ->
                officers.stream()
                    .map(
                        one ->
                            new Recipient(
                                one.officerId(), one.key().primary(), one.key().encryption()))
                    .toList());
  }

  private Optional<List<Recipient>> agency(String partner, Instant at) {
    return keys.agency(partner, at)
        .flatMap(certificate -> recipient(Recipient.AGENCY, certificate, at))
        .map(List::of);
  }

  /** The name with the fingerprints of the key to which a file is encrypted at that time. */
  static Optional<Recipient> recipient(String name, Certificate certificate, Instant at) {
    return certificate
        .encryptionFingerprintAt(at)
        .map(encryption -> new Recipient(name, certificate.fingerprint(), encryption));
  }
}
