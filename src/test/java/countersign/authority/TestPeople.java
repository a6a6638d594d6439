package countersign.authority;

import countersign.request.Ed25519;
import countersign.request.Role;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The people who decide cases in tests. The enrolment register lists all of them. */
public final class TestPeople {
  /** The accounts of the people, each of whom may take every step. */
  private static final List<String> ACCOUNTS =
      List.of(
          "adams", "baker", "clark", "cole", "dunn", "ellis", "carla", "celia", "ahmed", "evans",
          "petra", "carol", "paul", "frank", "clerk");

  private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();
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
    return new Enrolment(7, ACCOUNTS.stream().map(TestPeople::person).toList(), Set.of());
  }

  /** One person of the register, whose key is always in force. */
  public static Enrolment.Person person(String account) {
    return new Enrolment.Person(
        "p-" + account,
        account + " Tester",
        Set.of(
            Role.FIRST_REVIEWER,
            Role.COUNTERSIGNER,
            Role.COUNSEL,
            Role.PRIVACY_OFFICER,
            Role.OPERATOR),
        List.of(new Enrolment.Key(account, publicKey(account), FIRST, LAST)));
  }
}
