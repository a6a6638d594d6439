package countersign.authority;

import countersign.crypto.Ed25519;
import countersign.ledger.Event;
import countersign.passkey.TestPasskey;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The people who decide cases in tests. The enrolment register lists all of them. */
public final class TestPeople {
  /** The accounts of the people, each of whom may take every step. */
  private static final List<String> ACCOUNTS =
      List.of(
          "adams", "baker", "clark", "cole", "dunn", "ellis", "carla", "celia", "ahmed", "evans",
          "petra", "carol", "paul", "frank", "clerk");

  /** The accounts of administrators. */
  private static final List<String> ADMINISTRATORS =
      List.of("first", "second", "third", "amelia", "arthur");

  /** The identity provider of tests, on a port that is free when the test begins. */
  public static final String ISSUER = "http://127.0.0.1:" + TestPasskey.freePort();

  /** The accounts of people who sign with a passkey. */
  private static final List<String> WITH_PASSKEY = List.of("pat", "quinn", "perry");

  private static final Map<String, TestPasskey> PASSKEYS = new ConcurrentHashMap<>();
  private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();
  private static final Set<Role> ALL_ROLES =
      Set.of(
          Role.FIRST_REVIEWER,
          Role.COUNTERSIGNER,
          Role.COUNSEL,
          Role.PRIVACY_OFFICER,
          Role.OPERATOR);
  private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
  private static final LocalDate LAST = LocalDate.parse("2099-12-31");

  private TestPeople() {}

  /** The key of an account, enrolled or not; always the same in one test run. */
  public static KeyPair key(String account) {
    return KEYS.computeIfAbsent(account, name -> Ed25519.generate());
  }

  /** The public key of an account, hexadecimal. */
  public static String publicKey(String account) {
    return HexFormat.of().formatHex(Ed25519.raw(key(account).getPublic()));
  }

  /** The register of all people. */
  public static Enrolment enrolment() {
    return enrolment(false);
  }

  /** The register of all people, where passkeys are required or not. */
  public static Enrolment enrolment(boolean passkeysOnly) {
    return new Enrolment(
        7,
        Stream.concat(
                Stream.concat(
                    ACCOUNTS.stream().map(TestPeople::person),
                    ADMINISTRATORS.stream().map(TestPeople::administrator)),
                Stream.concat(
                    WITH_PASSKEY.stream().map(account -> withPasskey(account, LAST)),
                    Stream.of(withPasskey("piper", LAST, Set.of(Role.ADMINISTRATOR)))))
            .toList(),
        Set.of(),
        passkeysOnly,
        Map.of(
            new Enrolment.Subject(ISSUER, "subject-of-pat"),
            "pat",
            new Enrolment.Subject(ISSUER, "subject-of-gone"),
            "gone"),
        List.of());
  }

  /** The passkey of an account; always the same in one test run. One in two uses EdDSA. */
  public static TestPasskey passkey(String account) {
    return PASSKEYS.computeIfAbsent(
        account, name -> name.equals("quinn") ? TestPasskey.edDsa(name) : TestPasskey.es256(name));
  }

  /** A person of the register who signs with a passkey until that day. */
  public static Enrolment.Person withPasskey(String account, LocalDate last) {
    return withPasskey(account, last, ALL_ROLES);
  }

  private static Enrolment.Person withPasskey(String account, LocalDate last, Set<Role> roles) {
    return new Enrolment.Person(
        "p-" + account,
        account + " Tester",
        roles,
        List.of(Enrolment.Key.ofPasskey(account, passkey(account).passkey(), FIRST, last)));
  }

  /** One person of the register, whose key is always in force. */
  public static Enrolment.Person person(String account) {
    return person(account, ALL_ROLES);
  }

  /** An administrator, whose key is always in force. */
  public static Enrolment.Person administrator(String account) {
    return person(account, Set.of(Role.ADMINISTRATOR));
  }

  private static Enrolment.Person person(String account, Set<Role> roles) {
    return person(account, account + " Tester", roles, LAST);
  }

  /** A person with this name, whose key is in force until that day. */
  public static Enrolment.Person person(
      String account, String name, Set<Role> roles, LocalDate last) {
    return new Enrolment.Person(
        "p-" + account,
        name,
        roles,
        List.of(new Enrolment.Key(account, publicKey(account), FIRST, last)));
  }

  /** An event of an action that the person signed. */
  public static Event signedEvent(
      ActionSignatures signatures,
      Verb verb,
      String subject,
      Instant at,
      String account,
      Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put(ActionSignatures.PERSON, "p-" + account);
    byte[] statement = signatures.statement(verb, subject, at, account, all);
    all.put(ActionSignatures.KEY, publicKey(account));
    all.put(
        ActionSignatures.SIGNATURE,
        HexFormat.of().formatHex(Ed25519.sign(key(account).getPrivate().getEncoded(), statement)));
    return Event.of(verb, subject, at, Actor.person(account), all);
  }
}
