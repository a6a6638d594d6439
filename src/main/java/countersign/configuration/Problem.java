package countersign.configuration;

import countersign.request.ReasonCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * An error in a configuration, or a warning that the operator should know.
 *
 * @param code kind of the problem
 * @param file relative to the configuration directory
 * @param path key in the file, such as {@code officers[3].keys[0].file}; empty for the whole file
 * @param entry name of the list entry that {@code path} counts, such as {@code OFF-0424}; empty if
 *     there is none
 * @param expected what should be there
 * @param found what is there; never a secret
 * @param whatNow how to correct it; begins with {@code A111_RULE_CHANGE_UNJUSTIFIED} if the problem
 *     makes a change of the rules ineffective
 */
public record Problem(
    Code code,
    String file,
    String path,
    String entry,
    String expected,
    String found,
    String whatNow) {

  /** Kinds of problems. */
  public enum Code {
    /** The file cannot be read or is not one YAML document. */
    UNREADABLE(true, "Correct the file; the rest of it was not checked."),
    /** {@code countersign.yaml} is missing. */
    NO_INSTANCE(true, "Create it, or name the right folder with --config."),
    /** A jar is not the one that the signed list names. */
    EXTENSION_JAR(
        true,
        "Find out where the file comes from; then remove it, or have two people sign an extensions.yaml that names it."),
    /** A component of a further jar is not allowed, or no listed jar has it. */
    EXTENSION_COMPONENT(
        true,
        "Correct the name; or have two people sign an extensions.yaml that allows the component and names its jar."),
    /** The directory contains a file that the gateway does not read. */
    UNKNOWN_FILE(true, "Rename it to a name that the gateway reads, or remove it."),
    /** The schema does not know this key. */
    UNKNOWN_KEY(true, "Correct its spelling, or remove it."),
    /** A required key is missing. */
    MISSING_KEY(true, "Add it; it has no default."),
    /** A rule, register, agreement or posture does not name its legal basis. */
    MISSING_BECAUSE(true, "Write the clause, order or instrument that it is based on."),
    /** The value has the wrong type. */
    WRONG_TYPE(true, "Write a value of that type."),
    /** The value has the right type but is not allowed. */
    WRONG_VALUE(true, "Correct the value."),
    /** The value names something that does not exist. */
    DANGLING(true, "Correct the name, or add the entry that it names."),
    /** The file's name and the id inside it differ. */
    NAME_IS_NOT_ID(true, "Rename the file, or correct its id."),
    /** Two entries have the same id. */
    DUPLICATE(true, "Remove one of them, or give it another value."),
    /** A condition cannot be evaluated. */
    EXPRESSION(true, "Correct it; config/README.md lists the fields."),
    /** Production does not allow this setting. */
    NOT_IN_PRODUCTION(true, "Correct it, or remove P."),
    /** A key file holds no public OpenPGP key. */
    NOT_A_KEY(true, "Put its owner's exported public key there."),
    /** A key file holds a secret key where a public one belongs. */
    SECRET_KEY(
        true, "Remove it from this machine and treat it as disclosed; ask for the public key."),
    /** A key file holds more than the pinned key and the keys of its designated revokers. */
    SEVERAL_KEYS(true, "Put each key into a file of its own."),
    /** The key in the file is not the pinned one. */
    WRONG_FINGERPRINT(
        true, "Ask the owner for the fingerprint by another way; then correct it or the file."),
    /** The key could not do its office at any time. */
    KEY_UNFIT(
        true,
        "Ask the owner for a key with a part that signs: ed25519, RSA of 3072 bits or more, or a NIST curve."),
    /** The gateway's own key is pinned for somebody else. */
    OWN_KEY(true, "Pin the owner's key instead; only the gateway may have this one."),
    /** None of a partner's accepted keys can receive acknowledgements now. */
    NO_VALID_KEY(true, "Ask the agency for a valid key, and pin it."),
    /** The gateway's own key cannot be used. */
    GATEWAY_KEY(true, "Correct the file or its passphrase, or create a new key."),
    /** The key is revoked; what it signs is refused, and nothing is encrypted to it. */
    KEY_REVOKED(false, "Ask the owner for a new key, and pin it."),
    /** The key is out of date. */
    KEY_EXPIRED(false, "Ask the owner to extend it, and export it again; or pin a new key."),
    /** The key is valid later only. */
    KEY_NOT_YET_VALID(false, "Wait, or ask the owner for another key."),
    /** The key ends within 30 days. */
    KEY_ENDS_SOON(false, "Ask the owner to extend it, and export it again; or pin a new key."),
    /** The key carries a revocation that nothing proves; it does not count. */
    REVOCATION_UNPROVEN(
        false, "Ask the owner; export the key together with its designated revoker's."),
    /** A value contains a password. */
    SECRET_BY_VALUE(
        true, "Put the secret into a file or an environment variable, and name that here."),
    /** What is named as a password is something else, such as a key. */
    NOT_A_PASSWORD(
        true, "Name the file that holds the password. Until then no server is connected to."),
    /** Two settings name the same file. */
    FILE_OF_TWO_PURPOSES(
        true, "Give each setting a file of its own. Until then no server is connected to."),
    /** An address says more than where a server is. */
    ADDRESS_SAYS_MORE(
        true,
        "Leave out what is not listed in config/README.md. Until then no server is connected to."),
    /** A document is missing; it grants nothing. */
    ABSENT(false, "Create it if you need it; without it nothing is granted."),
    /** A document lacks one or both of its signatures; it counts as absent. */
    UNSIGNED(false, "Have two registered people sign it: FILE.1.asc and FILE.2.asc."),
    /** A signature is invalid; the document counts as absent. */
    SIGNATURE_DOES_NOT_HOLD(false, "Review the change, then have the document signed again."),
    /** Both signatures are by the same person; the document counts as absent. */
    ONE_PERSON(false, "Have a second person sign it."),
    /** Neither signature is by counsel; the document counts as absent. */
    NOT_COUNSEL(false, "Have counsel sign it."),
    /** Nobody's signature counts, because there is no list of signatories. */
    NO_SIGNATORY(false, "Make the first version: bin/countersign signatories first."),
    /** There is a list of signatories, and this installation is not bound to any. */
    ROOT_NOT_BOUND(
        false,
        "Give the fingerprint that `bin/countersign signatories fingerprint` prints with --root-of-trust or as COUNTERSIGN_ROOT, after two people have compared it."),
    /** The first version of the signatories is not the one that this installation is bound to. */
    ROOT_NOT_FOUND(
        true,
        "Restore the first version and every later one. Another root of trust is another installation."),
    /** A version of the signatories does not follow from the one before. */
    SIGNATORIES_NOT_LINKED(
        true,
        "Restore the version that two people of the version before signed, or have them sign this one: FILE.1.asc and FILE.2.asc."),
    /** While the gateway runs, this document cannot be replaced. */
    RESTART_NEEDED(true, "Restore it, or restart the gateway to put it into force."),
    /** A document in force was changed and lacks a signature. */
    WOULD_LOSE_FORCE(
        true,
        "Have two registered people sign it: FILE.1.asc and FILE.2.asc. Until then the version before stays in force."),
    /** A signed document is older than the one that was in force last. */
    OLDER_SERIAL(
        true,
        "Restore the newer document; to go back to old content, give it a new serial and have two people sign it."),
    /** Other bytes have the serial of a document that was in force. */
    SERIAL_USED_TWICE(
        true, "Restore that document, or add 1 to the serial and have two people sign it."),
    /** The record of adopted serials outside the database is missing or damaged. */
    SERIALS_LOST(
        true,
        "Find out who removed it, and restore it. On a new machine start once with --new-serials."),
    /** A person who signs the configuration is enrolled; this person's approvals do not count. */
    SIGNATORY_ENROLLED(
        false,
        "Remove the person from one of the two registers. A person who signs the configuration never approves."),
    /** Entries have no key yet. */
    NO_KEY(false, "Put the public key into keys/ and add its fingerprint."),
    /** A file that holds a secret is missing on this machine. */
    MISSING_SECRET(false, "Create it before the gateway starts.");

    private final boolean fatal;
    private final String whatNow;

    Code(boolean fatal, String whatNow) {
      this.fatal = fatal;
      this.whatNow = whatNow;
    }

    /** True if the gateway does not start with this problem. */
    public boolean fatal() {
      return fatal;
    }

    /** True if nothing is sent to any server because of this problem. */
    public boolean keepsFromConnecting() {
      return this == NOT_A_PASSWORD || this == FILE_OF_TWO_PURPOSES || this == ADDRESS_SAYS_MORE;
    }
  }

  private static final Set<Code> UNJUSTIFIED =
      EnumSet.of(
          Code.MISSING_BECAUSE, Code.UNSIGNED, Code.SIGNATURE_DOES_NOT_HOLD, Code.ONE_PERSON);
  private static final Set<String> JUSTIFYING = Set.of("because", "effective", "version");

  /** A problem with what its code says to do. */
  public static Problem of(Code code, String file, String path, String expected, String found) {
    boolean unjustified = file.equals(DocumentKind.RULES.path()) && unjustified(code, path);
    String rule = unjustified ? ReasonCode.A111_RULE_CHANGE_UNJUSTIFIED + ": " : "";
    return new Problem(code, file, path, "", expected, found, rule + code.whatNow);
  }

  /** The same with another cure, where the cure depends on the key that has the problem. */
  Problem curedBy(String cure) {
    return new Problem(code, file, path, entry, expected, found, cure);
  }

  /** The same with the name of the list entry. */
  Problem in(String name) {
    return new Problem(code, file, path, name, expected, found, whatNow);
  }

  /** The same about a file that the user named in place of the directory's own. */
  public Problem about(String named) {
    return new Problem(code, named, path, entry, expected, found, whatNow);
  }

  /** True if the rules lack their reason, effective date, version or signatures (rule R10). */
  private static boolean unjustified(Code code, String path) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    return UNJUSTIFIED.contains(code) || JUSTIFYING.contains(key);
  }

  /** One line: code, file, key, expected and found, what to do. */
  @Override
  public String toString() {
    String key = entry.isEmpty() ? path : "%s (%s)".formatted(path, entry);
    String where = path.isEmpty() ? file : file + " · " + key;
    return "%s  %s · expected %s, found %s. %s".formatted(code, where, expected, found, whatNow);
  }
}
