package countersign.authority;

import countersign.authority.Enrolment.Enrolled;
import countersign.ledger.CanonicalJson;
import countersign.ledger.Event;
import countersign.request.Verb;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Verifies the signatures of people in the ledger's events of their actions. The signed statement
 * is canonical JSON (RFC 8785) of the event without its salt, so the event alone is enough.
 * Stateless.
 *
 * @param installation fingerprint of the gateway's own key; an event from the days of an earlier
 *     key that the register lists may name that key
 * @param environment the environment that each statement names
 * @param enrolment the people whose signatures count
 */
public record ActionSignatures(String installation, String environment, Enrolment enrolment) {
  /** The fact with the id of the key, hexadecimal. */
  public static final String KEY = "key";

  /** The fact with the signature, hexadecimal. */
  public static final String SIGNATURE = "signature";

  /** The fact with the id of the person in the register. */
  public static final String PERSON = "person";

  /** The fact with the kind of the key. */
  public static final String SIGNED_WITH = "signedWith";

  /**
   * The fact with the digest of the entry in the accounting. The gateway makes it when it records
   * the action, so a person who sees the statement before, and signs with a passkey, cannot sign
   * it.
   */
  private static final String ENTRY = "entry";

  /** The fact with the number of a proposal, which it has only when it is recorded. */
  private static final String PROPOSAL = "proposal";

  /** Stands for a stop that a person signs with a passkey before it has its number. */
  private static final String NEW_STOP = "stop";

  /** The first member of every statement, so that no other signed text can be taken for one. */
  private static final String DOMAIN = "countersign/action/1";

  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

  /** The signatures of an installation under an authority. */
  public ActionSignatures(String installation, Authority authority) {
    this(installation, authority.environment().name(), authority.enrolment());
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
    Stream<byte[]> statements =
        Stream.concat(Stream.of(installation), enrolment.earlierKeysAt(event.at()).stream())
            .map(
                name ->
                    new ActionSignatures(name, environment, enrolment)
                        .statement(event.verb(), event.subject(), event.at(), account, facts));
    byte[] signed = HexFormat.of().parseHex(signature);
    return enrolment
        .of(key)
        .filter(who -> who.key().account().equals(account))
        .filter(who -> who.person().id().equals(facts.get(PERSON)))
        .filter(who -> who.inForceAt(event.at()))
        .filter(who -> statements.anyMatch(said -> who.verifies(said, signed)));
  }

  /** The bytes that a person signs. */
  public byte[] statement(
      Verb verb, String subject, Instant at, String account, Map<String, String> facts) {
    SortedMap<String, String> texts = new TreeMap<>();
    boolean seenBefore = Enrolment.Kind.PASSKEY.name().equals(facts.get(SIGNED_WITH));
    facts.forEach((name, value) -> texts.put("fact." + name, value));
    if (seenBefore) {
      texts.remove("fact." + ENTRY);
    }
    if (seenBefore && verb == Verb.PROPOSE) {
      texts.remove("fact." + PROPOSAL);
    }
    texts.put("domain", DOMAIN);
    texts.put("installation", installation);
    texts.put("environment", environment);
    texts.put("action", verb.storedName());
    texts.put("subject", seenBefore && verb == Verb.STOP ? NEW_STOP : subject);
    texts.put("at", at.toString());
    texts.put("account", account);
    return CanonicalJson.write(texts);
  }
}
