package countersign.routeproof;

/** What a message holds at one point of a path, as the proof follows it. */
enum Label {
  JUDGE_ID("the id of a quarantined file"),
  ACKNOWLEDGE_ID("the id of an acknowledgement that is due"),
  LOOKUP_ID("the id of a slice"),
  RELEASE_ID("the id of a group"),
  SEAL_ID("the id of a released response"),
  DELIVER_ID("the id of a sealed file"),
  DEAD_LETTER("a dead letter"),
  ARRIVING("the sealed bytes of a partner"),
  RECEIVED("a received file, sealed"),
  RECEIVED_REQUEST("a received request file, sealed"),
  RECEIVED_KNOWN("a file that was judged before"),
  RECEIVED_RECEIPT("a received receipt, sealed"),
  REOPENED("a quarantined file, sealed"),
  OPENED("a file that is open for reading"),
  READ("the id of a file whose requests are screened"),
  RECEIPT("an officer's unread receipt"),
  STATED("an officer's receipt before its validation"),
  CONSTRAINED("an officer's validated receipt"),
  FILED("the id of a receipt that is accepted"),
  JUDGED("a file with its verdict"),
  SCREENED("screened requests"),
  LOOKED_UP("looked-up records"),
  REDACTED("redacted drafts"),
  DRAFTED("the id of a slice whose drafts wait for two reviewers"),
  WANTED("the taxpayers to look up"),
  FOUND("records of taxpayers"),
  ASKED("a request to the record source"),
  ANSWERED("the unread reply of the record source"),
  PARSED("the reply of the record source before its validation"),
  VALIDATED("the validated reply of the record source"),
  NOTICE("a notice, which is a kind and an id"),
  TOLD("a notice that was told"),
  ACCOUNTED("the id of a group that is approved, released and accounted for"),
  SEALED_FOR_OFFICER("the id of a response that is sealed for its officers"),
  ACKNOWLEDGED("the id of a sealed acknowledgement"),
  SEALED_FILE("a sealed file that may be uploaded"),
  SEALED_STREAM("the sealed bytes of a file that may be uploaded"),
  UPLOADED("the sealed bytes of an uploaded file"),
  DELIVERED("the sealed bytes of a delivered file"),
  PARKED("the id of parked work"),
  FILE_ID("the id of a file"),
  FILE_NAME("the name of a sealed file"),
  PLAIN("a text of the route");

  private final String words;

  Label(String words) {
    this.words = words;
  }

  /** What it is, for messages. */
  String words() {
    return words;
  }

  /** True if the body is an id, which a log or a condition may show. */
  boolean isId() {
    return switch (this) {
      case JUDGE_ID,
          ACKNOWLEDGE_ID,
          LOOKUP_ID,
          RELEASE_ID,
          SEAL_ID,
          DELIVER_ID,
          READ,
          FILED,
          DRAFTED,
          ACCOUNTED,
          SEALED_FOR_OFFICER,
          ACKNOWLEDGED,
          FILE_ID,
          FILE_NAME,
          NOTICE,
          TOLD,
          PLAIN ->
          true;
      default -> false;
    };
  }

  /** True for a received file, whose id, kind and partner a route may use. */
  boolean isReceived() {
    return switch (this) {
      case RECEIVED, RECEIVED_REQUEST, RECEIVED_KNOWN, RECEIVED_RECEIPT, REOPENED -> true;
      default -> false;
    };
  }
}
