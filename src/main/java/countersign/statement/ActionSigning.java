package countersign.statement;

import countersign.authority.ActionSignatures;
import countersign.authority.Authority;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.ledger.Event;
import countersign.request.ActionSigner;
import countersign.request.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signatures of people below the ledger's events of their actions: stops, held files and requests,
 * parked work. Stateless.
 */
public final class ActionSigning {
  private final ActionSignatures signatures;
  private final Authority authority;
  private final Clock clock;

  /**
   * Creates the signatures of an installation.
   *
   * @param installation fingerprint of the gateway's own key
   */
  public ActionSigning(String installation, Authority authority, Clock clock) {
    this.signatures = new ActionSignatures(installation, authority);
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * The person as the actor of one action, whose events the person signs.
   *
   * @param reason the reason that the person wrote, without surrounding blanks
   * @return empty if the person has no opened key, or the register does not list it today with a
   *     role of the account
   */
  public Optional<Actor> actor(Reviewer person, String reason) {
    StatementSigner key = person.signer();
    return key == null
        ? Optional.empty()
        : authority
            .enrolment()
            .of(key.keyId())
            .filter(who -> who.inForceAt(clock.instant()))
            .filter(who -> who.key().account().equals(person.account()))
            .filter(who -> who.person().roles().stream().anyMatch(person::may))
            .map(who -> person.actor().signing(signer(who, key, reason)));
  }

  private ActionSigner signer(Enrolled who, StatementSigner key, String reason) {
    return (verb, subject, at, facts) -> {
      SortedMap<String, String> signed = new TreeMap<>(facts);
      signed.put(ActionSignatures.PERSON, who.person().id());
      signed.put("enrolment", Integer.toString(authority.enrolment().serial()));
      signed.put("reason", Sha256.hex(reason.getBytes(StandardCharsets.UTF_8)));
      signed.put(ActionSignatures.SIGNED_WITH, who.key().kind().name());
      byte[] statement = signatures.statement(verb, subject, at, who.key().account(), signed);
      signed.put(ActionSignatures.KEY, who.key().id());
      signed.put(ActionSignatures.SIGNATURE, HexFormat.of().formatHex(key.sign(statement)));
      return signed;
    };
  }

  /** The enrolled person who signed an event; see {@link ActionSignatures#signerOf}. */
  public Optional<Enrolled> signerOf(Event event) {
    return signatures.signerOf(event);
  }
}
