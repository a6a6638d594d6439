package countersign.configuration;

import countersign.request.ReasonCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * One thing that is wrong with a configuration, or that whoever starts it should know.
 *
 * @param code which sort
 * @param file relative to the configuration directory
 * @param path key in the file, such as {@code officers[3].keys[0].file}; empty: the whole file
 * @param expected what should be there
 * @param found what is there; never a secret
 * @param whatNow what to do about it; begins with {@code A111_RULE_CHANGE_UNJUSTIFIED} where a
 *     change of the rules does not count for it
 */
public record Problem(
    Code code, String file, String path, String expected, String found, String whatNow) {

  /** Sorts of problems. */
  public enum Code {
    /** The file cannot be read, or is not one YAML document. */
    UNREADABLE(true, "Correct the file; the rest of it was not checked."),
    /** No {@code countersign.yaml} is there. */
    NO_INSTANCE(true, "Create it, or name the right folder with --config."),
    /** A file that no part of the gateway reads lies where configuration lies. */
    UNKNOWN_FILE(true, "Rename it to a name that the gateway reads, or remove it."),
    /** A key the schema does not know. */
    UNKNOWN_KEY(true, "Correct its spelling, or remove it."),
    /** A key that must be there is not. */
    MISSING_KEY(true, "Add it; it has no default."),
    /** A rule, register, agreement or posture does not say what it rests on. */
    MISSING_BECAUSE(true, "Write the clause, order or instrument that it is based on."),
    /** A value of another type. */
    WRONG_TYPE(true, "Write a value of that type."),
    /** A value of the right type that cannot be meant. */
    WRONG_VALUE(true, "Correct the value."),
    /** A name of something that is nowhere. */
    DANGLING(true, "Correct the name, or add the entry that it names."),
    /** The file's name and the id inside differ. */
    NAME_IS_NOT_ID(true, "Rename the file, or correct its id."),
    /** Two entries with one id. */
    DUPLICATE(true, "Remove one of them, or give it another value."),
    /** A condition that cannot be judged. */
    EXPRESSION(true, "Correct it; config/README.md lists the fields."),
    /** A setting that production refuses. */
    NOT_IN_PRODUCTION(true, "Correct it, or remove P."),
    /** A password stands in a value. */
    SECRET_BY_VALUE(
        true, "Put the secret into a file or an environment variable, and name that here."),
    /** A document is not there; it grants nothing. */
    ABSENT(false, "Create it if you need it; without it nothing is granted."),
    /** A document lacks one or both of its signatures; it counts as absent. */
    UNSIGNED(false, "Have two registered people sign it: FILE.1.asc and FILE.2.asc."),
    /** A signature does not hold; the document counts as absent. */
    SIGNATURE_DOES_NOT_HOLD(false, "Review the change, then have the document signed again."),
    /** Both signatures are one person's; the document counts as absent. */
    ONE_PERSON(false, "Have a second person sign it."),
    /** Neither signature is counsel's; the document counts as absent. */
    NOT_COUNSEL(false, "Have counsel sign it."),
    /** A person's key is not pinned; this person's signatures count for nothing. */
    NOT_PINNED(false, "Add the fingerprint to countersign.yaml, or remove the person."),
    /** There is nobody whose signature counts. */
    NO_SIGNATORY(false, "Enter at least two people and pin their fingerprints."),
    /** Entries have no key yet. */
    NO_KEY(false, "Put the public key into keys/ and add its fingerprint."),
    /** A file with a secret is not there on this machine. */
    MISSING_SECRET(false, "Create it before the gateway starts.");

    private final boolean fatal;
    private final String whatNow;

    Code(boolean fatal, String whatNow) {
      this.fatal = fatal;
      this.whatNow = whatNow;
    }

    /** Whether the gateway refuses to start with it. */
    public boolean fatal() {
      return fatal;
    }
  }

  private static final Set<Code> UNJUSTIFIED =
      EnumSet.of(
          Code.MISSING_BECAUSE, Code.UNSIGNED, Code.SIGNATURE_DOES_NOT_HOLD, Code.ONE_PERSON);
  private static final Set<String> JUSTIFYING = Set.of("because", "effective", "version");

  static Problem of(Code code, String file, String path, String expected, String found) {
    boolean unjustified = file.equals(Kind.RULES.place()) && unjustified(code, path);
    String rule = unjustified ? ReasonCode.A111_RULE_CHANGE_UNJUSTIFIED + ": " : "";
    return new Problem(code, file, path, expected, found, rule + code.whatNow);
  }

  /** Whether the rules do not say why, from when and as which version, or are not signed: R10. */
  private static boolean unjustified(Code code, String path) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    return UNJUSTIFIED.contains(code) || JUSTIFYING.contains(key);
  }

  /** One line: code, file, key, expected and found, what now. */
  @Override
  public String toString() {
    String where = path.isEmpty() ? file : file + " · " + path;
    return "%s  %s · expected %s, found %s. %s".formatted(code, where, expected, found, whatNow);
  }
}
