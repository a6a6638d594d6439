package countersign.lifecycle;

/** A table whose rows have a state: columns {@code id}, {@code state} and {@code version}. */
public enum Entity {
  /** A partner's file. Id: file id. */
  FILE("file"),
  /** One request. Id: {@code fileId/requestId}. */
  REQUEST("request_status"),
  /** Up to 500 requests that one look-up handles together. Id: {@code fileId/number}. */
  SLICE("slice"),
  /** A response. Id: response id. */
  RESPONSE("response"),
  /** An acknowledgement. Id: {@code fileId.ack.NNN}. */
  ACKNOWLEDGEMENT("acknowledgement"),
  /** What an officer says about a response. Id: {@code responseId/officerId}. */
  CUSTODY("custody"),
  /** A recall notice. Id: {@code responseId.rcl.recallId}. */
  RECALL_NOTICE("recall_notice");

  private final String table;

  Entity(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
