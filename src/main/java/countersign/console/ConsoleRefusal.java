package countersign.console;

import org.springframework.http.HttpStatus;

/** What the console itself refuses, where no reason code of the exchange fits. */
enum ConsoleRefusal {
  /** The call is not of the published form. */
  C400_MALFORMED(HttpStatus.BAD_REQUEST, "The call does not have the published form."),
  /** There is nothing of that id. */
  C404_UNKNOWN(HttpStatus.NOT_FOUND, "Nothing has this id."),
  /** It stands in a state in which this cannot be done. */
  C409_OTHER_STATE(HttpStatus.CONFLICT, "The current state does not allow this action."),
  /** The agreement gives every case more time. */
  C409_TOO_SOON(HttpStatus.CONFLICT, "The agreement requires more time for each case."),
  /** A question of 6103(i)(6) is not answered. */
  C422_QUESTION_UNANSWERED(
      HttpStatus.UNPROCESSABLE_CONTENT, "A question of 6103(i)(6) is not answered."),
  /** A written reason is missing or too long. */
  C422_NO_REASON(HttpStatus.UNPROCESSABLE_CONTENT, "A written reason is missing or too long."),
  /** Something failed on our side; nothing was changed by this call. */
  C500_FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "The gateway failed.");

  private final HttpStatus status;
  private final String sentence;

  ConsoleRefusal(HttpStatus status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  HttpStatus status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
