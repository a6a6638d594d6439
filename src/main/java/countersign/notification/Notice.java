package countersign.notification;

import java.util.regex.Pattern;

/**
 * What is told: a kind and an id. Nothing else fits into it.
 *
 * @param kind what happened
 * @param subject the id of a file, a request, a stop, parked work or a key
 */
public record Notice(Kind kind, String subject) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

  /** What is told. */
  public enum Kind {
    /** A case waits for a reviewer. Subject: the stage, the file and the request. */
    CASE_WAITS,
    /** A file waits until a person decides. Subject: the file. */
    FILE_HELD,
    /** A file waits because an earlier number is missing. Subject: the file that waits. */
    FILE_MISSING,
    /** A key ends within 30 days. Subject: its fingerprint. */
    KEY_EXPIRING,
    /** A stop is set. Subject: its number. */
    STOP_SET,
    /** Work failed and waits until a person requeues it. Subject: the stage and the id. */
    WORK_PARKED
  }

  /** Refuses a subject with other characters than those of ids. */
  public Notice {
    if (!ID.matcher(subject).matches()) {
      throw new IllegalArgumentException("The subject of a notice of " + kind + " is no id");
    }
  }

  /** The kind, a blank and the id: the whole text of a message. */
  @Override
  public String toString() {
    return kind + " " + subject;
  }
}
