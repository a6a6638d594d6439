package countersign.sealing;

import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Held;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.Verb;
import countersign.sealing.SealNotVerified.Cause;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Verifies before an upload that the stored bytes are those that the gateway sealed, for the
 * partner and the officers whom the stored requests name. Stateless.
 */
public final class SealVerification {
  private final Lifecycle lifecycle;
  private final OutgoingBytes outgoing;
  private final SealHistory history;
  private final Recipients recipients;
  private final SealSignature signature;

  public SealVerification(
      Lifecycle lifecycle,
      OutgoingBytes outgoing,
      SealHistory history,
      Recipients recipients,
      SealSignature signature) {
    this.lifecycle = lifecycle;
    this.outgoing = outgoing;
    this.history = history;
    this.recipients = recipients;
    this.signature = signature;
  }

  /**
   * The verified statement of a file that waits for its upload.
   *
   * @return empty if the file does not wait for an upload
   * @throws SealNotVerified if the statement does not allow the upload
   */
  public Optional<SealStatement> statement(OutgoingId id) {
    return outgoing.waitingFor(id).map(partner -> verified(id, partner));
  }

  private SealStatement verified(OutgoingId id, String partner) {
    Resealings.Found told = history.of(id);
    JdbcSealStatements.Signed signed =
        history
            .statement(id, told.generation())
            .orElseThrow(() -> new SealNotVerified(id, Cause.NOT_SIGNED));
    require(signature.verifies(signed), id, Cause.WRONG_SIGNATURE);
    SealStatement said = parsed(id, signed);
    require(
        said.id().equals(id)
            && said.partner().equals(partner)
            && said.place().equals(signature.place()),
        id,
        Cause.OTHER_SUBJECT);
    require(
        recipients.of(id, partner, said.at()).filter(said.recipients()::equals).isPresent(),
        id,
        Cause.OTHER_RECIPIENTS);
    require(
        told.sealing()
            .filter(event -> said.hash().equals(event.facts().get("statement")))
            .isPresent(),
        id,
        Cause.OTHER_EVENT);
    require(
        outgoing.storedHash(id).filter(said.sha256()::equals).isPresent(), id, Cause.OTHER_BYTES);
    return said;
  }

  private static SealStatement parsed(OutgoingId id, JdbcSealStatements.Signed signed) {
    try {
      return SealStatement.parse(signed.statement());
    } catch (IllegalArgumentException e) {
      throw new SealNotVerified(id, Cause.MALFORMED);
    }
  }

  private static void require(boolean holds, OutgoingId id, Cause otherwise) {
    if (!holds) {
      throw new SealNotVerified(id, otherwise);
    }
  }

  /**
   * Runs a step. If it finds that a seal does not verify, COMMITS the ledger's event about it.
   *
   * @throws Held D412 in that case, so that a person sees the file among the parked work
   */
  public <T> T reported(Supplier<T> step) {
    try {
      return step.get();
    } catch (SealNotVerified e) {
      report(e.id(), e.fault());
      throw new Held(
          ReasonCode.D412_SEAL_NOT_VERIFIED,
          "%s: %s. It was not uploaded. A program or person changed a table or a key."
              .formatted(e.id(), e.fault()));
    }
  }

  /** COMMITS an event that names what is wrong. */
  public void report(OutgoingId id, Cause cause) {
    lifecycle.run(
        Actor.GATEWAY,
        change ->
            change.event(
                Verb.HOLD,
                id.toString(),
                Map.of("code", ReasonCode.D412_SEAL_NOT_VERIFIED.name(), "cause", cause.name())));
  }
}
