package countersign.verification;

import countersign.request.ReasonCode;

/**
 * One difference between a table and the ledger. Contains ids only, never a person's data.
 *
 * @param check name of the check that found it
 * @param fault how the table differs
 * @param table the table that differs
 * @param id id of the row, or of the thing whose rows differ
 * @param sentence what is wrong
 */
public record Finding(String check, Fault fault, String table, String id, String sentence) {
  private static final int LONGEST_ID = 128;

  /** How a table differs from the ledger. */
  public enum Fault {
    /** An event has no row. */
    MISSING,
    /** A row has no event. */
    EXTRA,
    /** A row and its event disagree. */
    ALTERED
  }

  /** Replaces characters that no id has: somebody may have written any text into the table. */
  public Finding {
    id = printable(id);
  }

  /** The id with only the characters and the length that an id can have. */
  static String printable(String id) {
    String text = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    return text.replaceAll("[^A-Za-z0-9._@/-]", "?");
  }

  /** The kind of the finding, for counts and alarms. */
  public String kind() {
    return check + " " + fault;
  }

  /** One line: the code, the fault, the row and the sentence. */
  @Override
  public String toString() {
    return "%s  %s  %s %s  %s".formatted(ReasonCode.S505_AUDIT_TAMPER, fault, table, id, sentence);
  }
}
