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
    UNREADABLE(true, "Correct the file; nothing else in it was looked at."),
    /** No {@code countersign.yaml} is there. */
    NO_INSTANCE(true, "Put it there, or name with --config the folder that holds it."),
    /** A file that no part of the gateway reads lies where configuration lies. */
    UNKNOWN_FILE(true, "Rename it to what the gateway reads, or take it away."),
    /** A key the schema does not know. */
    UNKNOWN_KEY(true, "Correct its spelling or take it away."),
    /** A key that must be there is not. */
    MISSING_KEY(true, "Write it; there is no default."),
    /** A rule, register, agreement or posture does not say what it rests on. */
    MISSING_BECAUSE(true, "Write the clause, order or instrument it rests on."),
    /** A value of another type. */
    WRONG_TYPE(true, "Write a value of that type."),
    /** A value of the right type that cannot be meant. */
    WRONG_VALUE(true, "Correct the value."),
    /** A name of something that is nowhere. */
    DANGLING(true, "Correct the name, or add what it names."),
    /** The file's name and the id inside differ. */
    NAME_IS_NOT_ID(true, "Rename the file, or correct its id."),
    /** Two entries with one id. */
    DUPLICATE(true, "Take one of them away, or give it its own."),
    /** A condition that cannot be judged. */
    EXPRESSION(true, "Correct it; config/README.md lists the fields."),
    /** A setting that production refuses. */
    NOT_IN_PRODUCTION(true, "Correct it, or take P away."),
    /** A password stands in a value. */
    SECRET_BY_VALUE(true, "Put it into a file or an environment variable and name that."),
    /** A document is not there; it grants nothing. */
    ABSENT(false, "Write it if it should be there; without it nothing is granted."),
    /** A document lacks one or both of its signatures; it counts as absent. */
    UNSIGNED(false, "Have two registered people sign it: FILE.1.asc and FILE.2.asc."),
    /** A signature does not hold; the document counts as absent. */
    SIGNATURE_DOES_NOT_HOLD(false, "Read what has changed, then have it signed again."),
    /** Both signatures are one person's; the document counts as absent. */
    ONE_PERSON(false, "Have a second person sign it."),
    /** Neither signature is counsel's; the document counts as absent. */
    NOT_COUNSEL(false, "Have counsel sign it."),
    /** A person's key is not pinned; this person's signatures count for nothing. */
    NOT_PINNED(false, "Add the fingerprint to countersign.yaml, or take the person away."),
    /** There is nobody whose signature counts. */
    NO_SIGNATORY(false, "Enter at least two people and pin their fingerprints."),
    /** Entries have no key yet. */
    NO_KEY(false, "Put the public key into keys/ and enter its fingerprint."),
    /** A file with a secret is not there on this machine. */
    MISSING_SECRET(false, "Put it there before the gateway starts.");

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
    boolean unjustified = file.equals(DocumentKind.RULES.place()) && unjustified(code, path);
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
