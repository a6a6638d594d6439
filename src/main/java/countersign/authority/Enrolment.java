package countersign.authority;

import countersign.request.PersonName;
import countersign.request.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final List<EarlierKey> earlierKeys;

  /** Creates the enrolment of a gateway that has its first key. */
  public Enrolment(int serial, List<Person> people, Set<String> documentSigners) {
    this(serial, people, documentSigners, List.of());
  }

  /**
   * Creates the enrolment.
   *
   * @param serial number of this version of the register
   * @param documentSigners names of the people who sign or signed the configuration; they never
   *     approve
   * @param earlierKeys earlier keys of the gateway, which name the installation in older statements
   */
  public Enrolment(
      int serial, List<Person> people, Set<String> documentSigners, List<EarlierKey> earlierKeys) {
    this.serial = serial;
    this.earlierKeys = List.copyOf(earlierKeys);
    this.documentSigners =
        documentSigners.stream().map(PersonName::skeleton).collect(Collectors.toUnmodifiableSet());
    for (Person person : people) {
      person.keys().forEach(key -> byKey.put(key.publicKey(), new Enrolled(person, key)));
    }
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
   * A public key.
   *
   * @param account the account of the console whose password opens the private half
   * @param publicKey the 32 bytes of the Ed25519 key, hexadecimal
   * @param firstDay first day, UTC, on which it counts
   * @param lastDay last day, UTC, on which it counts
   */
  public record Key(String account, String publicKey, LocalDate firstDay, LocalDate lastDay) {}

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

    /** The 32 bytes of the public key. */
    public byte[] publicKey() {
      return HexFormat.of().parseHex(key.publicKey());
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

  /**
   * The entry of a public key, in force or not.
   *
   * @param publicKey the key's 32 bytes
   */
  public Optional<Enrolled> of(byte[] publicKey) {
    return of(HexFormat.of().formatHex(publicKey));
  }

  /** The entry of a public key in hexadecimal form, in force or not. */
  public Optional<Enrolled> of(String publicKey) {
    return Optional.ofNullable(byKey.get(publicKey));
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
