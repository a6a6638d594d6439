package countersign.sealing;

import countersign.ledger.LedgerReader;
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
  private final JdbcSealStatements statements;
  private final Recipients recipients;
  private final SealSignature signature;
  private final LedgerReader ledger;

  public SealVerification(
      Lifecycle lifecycle,
      OutgoingBytes outgoing,
      JdbcSealStatements statements,
      Recipients recipients,
      SealSignature signature,
      LedgerReader ledger) {
    this.lifecycle = lifecycle;
    this.outgoing = outgoing;
    this.statements = statements;
    this.recipients = recipients;
    this.signature = signature;
    this.ledger = ledger;
  }

  /**
   * The verified statement of a file that waits for its upload.
   *
   * @return empty if the file does not wait for an upload
   * @throws SealNotVerified if the statement does not allow the upload
   */
  public Optional<SealStatement> statement(OutgoingId id) {
    return outgoing.waits(id)
        ? outgoing.partner(id).map(partner -> verified(id, partner))
        : Optional.empty();
  }

  private SealStatement verified(OutgoingId id, String partner) {
    JdbcSealStatements.Signed signed =
        statements.first(id).orElseThrow(() -> new SealNotVerified(id, Cause.NOT_SIGNED));
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
    require(isFirstInLedger(said), id, Cause.OTHER_EVENT);
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

  /** Whether the first event about the sealing of this file names this statement. */
  private boolean isFirstInLedger(SealStatement statement) {
    return ledger.history(statement.id().toString()).stream()
        .filter(event -> event.verb() == Verb.SEAL || event.verb() == Verb.ACKNOWLEDGE)
        .map(event -> event.facts().get("statement"))
        .findFirst()
        .filter(statement.hash()::equals)
        .isPresent();
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
