package countersign.lifecycle;

/** What has a state: a table with the columns {@code id}, {@code state} and {@code version}. */
public enum Entity {
  /** A partner's file; id is the file id. */
  FILE("file"),
  /** One request; id is {@code fileId/requestId}. */
  REQUEST("request_status"),
  /** Up to 500 requests that are looked up together; id is {@code fileId/number}. */
  SLICE("slice"),
  /** A response; id is the response id. */
  RESPONSE("response"),
  /** An acknowledgement; id is {@code fileId.ack.NNN}. */
  ACKNOWLEDGEMENT("acknowledgement");

  private final String table;

  Entity(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
