package countersign.approval;

import countersign.authority.Authority;
import countersign.authority.Enrolment.Enrolled;
import countersign.ledger.CanonicalJson;
import countersign.ledger.Event;
import countersign.request.ActionSigner;
import countersign.request.Actor;
import countersign.request.Ed25519;
import countersign.request.Sha256;
import countersign.request.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Signatures of people below the ledger's events of their actions: stops, held files and requests,
 * parked work. The signed statement is canonical JSON (RFC 8785) of the event without its salt, so
 * the event alone is enough to verify it. Stateless.
 */
public final class ActionSigning {
  /** The first member of every statement, so that no other signed text can be taken for one. */
  static final String DOMAIN = "countersign/action/1";

  private static final String KEY = "key";
  private static final String SIGNATURE = "signature";
  private static final String PERSON = "person";
  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

  private final String installation;
  private final Authority authority;
  private final Clock clock;

  /**
   * Creates the signatures of an installation.
   *
   * @param installation fingerprint of the gateway's own key
   */
  public ActionSigning(String installation, Authority authority, Clock clock) {
    this.installation = installation;
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
            .of(key.publicKey())
            .filter(who -> who.inForceAt(clock.instant()))
            .filter(who -> who.key().account().equals(person.account()))
            .filter(who -> who.person().roles().stream().anyMatch(person::may))
            .map(who -> person.actor().signing(signer(who, key, reason)));
  }

  private ActionSigner signer(Enrolled who, StatementSigner key, String reason) {
    return (verb, subject, at, facts) -> {
      SortedMap<String, String> signed = new TreeMap<>(facts);
      signed.put(PERSON, who.person().id());
      signed.put("enrolment", Integer.toString(authority.enrolment().serial()));
      signed.put("reason", Sha256.hex(reason.getBytes(StandardCharsets.UTF_8)));
      byte[] statement = statement(verb, subject, at, who.key().account(), signed);
      signed.put(KEY, who.key().publicKey());
      signed.put(SIGNATURE, HexFormat.of().formatHex(key.sign(statement)));
      return signed;
    };
  }

  /**
   * The enrolled person who signed an event.
   *
   * @return empty if the event has no signature, or it does not verify with a key that the register
   *     lists for this account at the time of the event
   */
  public Optional<Enrolled> signerOf(Event event) {
    SortedMap<String, String> facts = new TreeMap<>(event.facts());
    String key = facts.remove(KEY);
    String signature = facts.remove(SIGNATURE);
    if (key == null || signature == null || !HEX.matcher(signature).matches()) {
      return Optional.empty();
    }
    String account = event.actor().id();
    byte[] statement = statement(event.verb(), event.subject(), event.at(), account, facts);
    return authority
        .enrolment()
        .of(key)
        .filter(who -> who.key().account().equals(account))
        .filter(who -> who.person().id().equals(facts.get(PERSON)))
        .filter(who -> who.inForceAt(event.at()))
        .filter(
            who ->
                Ed25519.verifies(who.publicKey(), statement, HexFormat.of().parseHex(signature)));
  }

  private byte[] statement(
      Verb verb, String subject, Instant at, String account, Map<String, String> facts) {
    SortedMap<String, String> texts = new TreeMap<>();
    facts.forEach((name, value) -> texts.put("fact." + name, value));
    texts.put("domain", DOMAIN);
    texts.put("installation", installation);
    texts.put("environment", authority.environment().name());
    texts.put("action", verb.storedName());
    texts.put("subject", subject);
    texts.put("at", at.toString());
    texts.put("account", account);
    return CanonicalJson.write(texts);
  }
}
