package countersign.sealing;

import countersign.ledger.Checkpoint;
import countersign.pgp.Certificate;
import countersign.request.OutgoingId;
import countersign.sealing.SealNotVerified.Cause;
import countersign.sealing.SealStatement.Recipient;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores sealed bytes together with the gateway's signed statement about them. Stateless. */
public final class SealedStore {
  private final OutgoingBytes outgoing;
  private final SealHistory history;
  private final Recipients recipients;
  private final SealSignature signature;

  public SealedStore(
      OutgoingBytes outgoing, SealHistory history, Recipients recipients, SealSignature signature) {
    this.outgoing = outgoing;
    this.history = history;
    this.recipients = recipients;
    this.signature = signature;
  }

  /**
   * What was sealed.
   *
   * @param to the keys to which it is encrypted
   * @param at the time of the sealing
   * @param checkpoint the checkpoint that it names; null for an acknowledgement
   */
  public record Sealed(
      OutgoingId id, List<Certificate> to, Instant at, @Nullable Checkpoint checkpoint) {}

  /**
   * The statement about a file that was sealed and is not stored yet.
   *
   * @throws SealNotVerified if it was encrypted to other keys than those of the officers whom the
   *     stored requests name
   */
  public SealStatement statement(Sealed sealed, SealedBuffer bytes) {
    OutgoingId id = sealed.id();
    String partner = outgoing.partner(id).orElseThrow();
    List<Recipient> derived =
        recipients
            .of(id, partner, sealed.at())
            .filter(found -> fingerprints(found).equals(fingerprints(sealed)))
            .orElseThrow(() -> new SealNotVerified(id, Cause.OTHER_RECIPIENTS));
    Checkpoint checkpoint = sealed.checkpoint();
    return new SealStatement(
        signature.place(),
        id,
        partner,
        derived,
        HexFormat.of().formatHex(bytes.sha256()),
        bytes.size(),
        checkpoint == null ? null : checkpoint.size() + " " + checkpoint.root().hex(),
        sealed.at());
  }

  /**
   * Stores the bytes and the signed statement in the caller's transaction.
   *
   * @throws SealNotVerified if there is a statement about this sealing of the file already
   */
  public void store(SealStatement statement, SealedBuffer bytes) {
    if (!history.insert(statement.id(), signature.sign(statement))) {
      throw new SealNotVerified(statement.id(), Cause.ALREADY_SIGNED);
    }
    outgoing.store(statement.id(), bytes, HexFormat.of().parseHex(statement.sha256()));
  }

  private static List<String> fingerprints(List<Recipient> recipients) {
    return recipients.stream().flatMap(one -> Stream.of(one.primary(), one.encryption())).toList();
  }

  private static List<String> fingerprints(Sealed sealed) {
    return fingerprints(
        sealed.to().stream()
            .map(one -> Recipients.recipient("", one, sealed.at()))
            .flatMap(Optional::stream)
            .toList());
  }
}
