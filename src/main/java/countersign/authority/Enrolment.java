package countersign.authority;

import countersign.crypto.Ed25519;
import countersign.passkey.PublicPasskey;
import countersign.request.PersonName;
import countersign.request.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people whose signatures count as decisions, with their public keys, from a register that two
 * people signed. Immutable.
 */
public final class Enrolment {
  /** The enrolment of a gateway without a register that counts; no decision counts. */
  public static final Enrolment NONE = new Enrolment(0, List.of(), Set.of());

  private final int serial;
  private final Map<String, Enrolled> byKey = new HashMap<>();
  private final Set<String> documentSigners;
  private final boolean passkeysOnly;
  private final Map<Subject, String> accounts;
  private final List<EarlierKey> earlierKeys;

  /**
   * Creates the enrolment.
   *
   * @param serial number of this version of the register
   * @param documentSigners names of the people who sign or signed the configuration; they never
   *     approve
   * @param passkeysOnly whether keys that a password opens do not count, as in environment P
   * @param accounts the account of each person whom an identity provider signs in
   * @param earlierKeys earlier keys of the gateway, which name the installation in older statements
   */
  public Enrolment(
      int serial,
      List<Person> people,
      Set<String> documentSigners,
      boolean passkeysOnly,
      Map<Subject, String> accounts,
      List<EarlierKey> earlierKeys) {
    this.serial = serial;
    this.passkeysOnly = passkeysOnly;
    this.accounts = Map.copyOf(accounts);
    this.earlierKeys = List.copyOf(earlierKeys);
    this.documentSigners =
        documentSigners.stream().map(PersonName::skeleton).collect(Collectors.toUnmodifiableSet());
    for (Person person : people) {
      person.keys().forEach(key -> byKey.put(key.id(), new Enrolled(person, key)));
    }
  }

  /** The same, where both kinds of keys count, as in environment T. */
  public Enrolment(int serial, List<Person> people, Set<String> documentSigners) {
    this(serial, people, documentSigners, false, Map.of(), List.of());
  }

  /**
   * A person, who may have several accounts and keys.
   *
   * @param id id in the register
   * @param name name in the register
   * @param roles the roles in which this person's signatures count
   */
  public record Person(String id, String name, Set<Role> roles, List<Key> keys) {
    /** Copies the collections. */
    public Person {
      roles = Set.copyOf(roles);
      keys = List.copyOf(keys);
    }
  }

  /**
   * A person as an identity provider knows the person.
   *
   * @param issuer URL of the provider
   * @param subject the person's id there, which never becomes another person's
   */
  public record Subject(String issuer, String subject) {}

  /** The account of a subject; empty if the register does not list the subject. */
  public Optional<String> accountOf(String issuer, String subject) {
    return Optional.ofNullable(accounts.get(new Subject(issuer, subject)));
  }

  /** What a person needs to sign with a key. */
  public enum Kind {
    /** The password of the account. */
    PASSWORD,
    /** A passkey. */
    PASSKEY;

    /** The kind of the key that made a signature; it does not say that the signature is valid. */
    public static Kind ofSignature(byte[] signature) {
      return signature.length == Ed25519.SIGNATURE_BYTES ? PASSWORD : PASSKEY;
    }
  }

  /**
   * A public key.
   *
   * @param account the account of the console that signs with it
   * @param id the 32 bytes of an Ed25519 key, or the fingerprint of a passkey; hexadecimal
   * @param passkey null if the account's password opens the private half
   * @param firstDay first day, UTC, on which it counts
   * @param lastDay last day, UTC, on which it counts
   */
  public record Key(
      String account,
      String id,
      @Nullable PublicPasskey passkey,
      LocalDate firstDay,
      LocalDate lastDay) {

    /** A key that the account's password opens. */
    public Key(String account, String publicKey, LocalDate firstDay, LocalDate lastDay) {
      this(account, publicKey, null, firstDay, lastDay);
    }

    /** A passkey. */
    public static Key ofPasskey(
        String account, PublicPasskey passkey, LocalDate firstDay, LocalDate lastDay) {
      return new Key(account, passkey.fingerprint(), passkey, firstDay, lastDay);
    }

    public Kind kind() {
      return passkey == null ? Kind.PASSWORD : Kind.PASSKEY;
    }
  }

  /**
   * An earlier key of the gateway.
   *
   * @param fingerprint fingerprint of the primary key
   * @param firstDay first day, UTC, on which the gateway had it
   * @param lastDay last day, UTC, on which the gateway had it
   */
  public record EarlierKey(String fingerprint, LocalDate firstDay, LocalDate lastDay) {
    private boolean isOf(LocalDate day) {
      return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
  }

  /** The fingerprints of earlier keys that the gateway had at that time. */
  public List<String> earlierKeysAt(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return earlierKeys.stream().filter(key -> key.isOf(day)).map(EarlierKey::fingerprint).toList();
  }

  /** A key with its person. */
  public record Enrolled(Person person, Key key) {
    /** Whether the key counts at that time. */
    public boolean inForceAt(Instant at) {
      LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
      return !day.isBefore(key.firstDay()) && !day.isAfter(key.lastDay());
    }

    /** Whether a signature over these bytes was made with this key. */
    public boolean verifies(byte[] statement, byte[] signature) {
      PublicPasskey passkey = key.passkey();
      return passkey == null
          ? Ed25519.verifies(HexFormat.of().parseHex(key.id()), statement, signature)
          : passkey.verifies(statement, signature);
    }

    /** Whether both are keys of one person: the same id, or names that look alike. */
    public boolean isSamePersonAs(Enrolled other) {
      return person.id().equals(other.person().id())
          || PersonName.alike(person.name(), other.person().name())
          || key.account().equalsIgnoreCase(other.key().account());
    }
  }

  /** The number of this version of the register; 0 if no register counts. */
  public int serial() {
    return serial;
  }

  /** The entry of a key by its id, in force or not; empty for a kind that does not count here. */
  public Optional<Enrolled> of(String keyId) {
    return Optional.ofNullable(byKey.get(keyId)).filter(this::isOfKindThatCounts);
  }

  private boolean isOfKindThatCounts(Enrolled entry) {
    return !passkeysOnly || entry.key().kind() == Kind.PASSKEY;
  }

  /** Whether keys that a password opens do not count. */
  public boolean takesPasskeysOnly() {
    return passkeysOnly;
  }

  /** The passkeys of an account that are in force at that time. */
  public List<Enrolled> passkeysOf(String account, Instant at) {
    return byKey.values().stream()
        .filter(entry -> entry.key().account().equals(account))
        .filter(entry -> entry.key().kind() == Kind.PASSKEY && entry.inForceAt(at))
        .sorted(Comparator.comparing(entry -> entry.key().id()))
        .toList();
  }

  /**
   * Whether two accounts are one person's: the same name of the account, or keys of one person in
   * the register.
   */
  public boolean isSamePerson(String account, String other) {
    return account.equalsIgnoreCase(other)
        || of(account, byKey.values()).stream()
            .anyMatch(
                one -> of(other, byKey.values()).stream().anyMatch(two -> one.isSamePersonAs(two)));
  }

  /** Whether the register lists a key of this account for a person with this role. */
  public boolean lists(String account, Role role) {
    return of(account, byKey.values()).stream()
        .anyMatch(one -> one.person().roles().contains(role));
  }

  private static List<Enrolled> of(String account, Collection<Enrolled> all) {
    return all.stream().filter(one -> one.key().account().equalsIgnoreCase(account)).toList();
  }

  /** Whether this person signed a document of the configuration in force, or may sign one. */
  public boolean signedTheConfiguration(Person person) {
    return documentSigners.contains(PersonName.skeleton(person.name()));
  }
}
