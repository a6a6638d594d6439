package countersign.profile;

import tools.jackson.databind.JsonNode;

/** The kinds of records that a request file consists of. */
public enum RecordKind {
  /** The first record. */
  HEADER("header", "H"),
  /** A request about one person. */
  REQUEST("request", "R"),
  /** The last record. */
  TRAILER("trailer", "T"),
  /** Any other, or none: the profile has no such record. */
  OTHER("", "");

  private final String word;
  private final String csv;

  RecordKind(String word, String csv) {
    this.word = word;
    this.csv = csv;
  }

  /** The field {@code type} of such a record; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  /** The kind that a record's field {@code type} names. */
  public static RecordKind of(JsonNode record) {
    JsonNode type = record.get("type");
    for (RecordKind kind : values()) {
      if (type != null && type.isString() && kind.word.equals(type.stringValue())) {
        return kind;
      }
    }
    return OTHER;
  }

  /** The kind that the first cell of a CSV row names. */
  public static RecordKind ofCsv(String cell) {
    for (RecordKind kind : values()) {
      if (kind.csv.equals(cell)) {
        return kind;
      }
    }
    return OTHER;
  }
}
