package countersign.console;

import countersign.access.RequestRefusal;
import org.springframework.http.HttpStatus;

/** Codes for refusals of the console itself, where no reason code of the exchange fits. */
public enum ConsoleRefusal {
  /** The call does not have the published form. */
  C400_MALFORMED(HttpStatus.BAD_REQUEST, RequestRefusal.C400_MALFORMED.sentence()),
  /** The password that signs a decision is missing or wrong. */
  C403_WRONG_PASSWORD(HttpStatus.FORBIDDEN, "The password is missing or wrong."),
  /** The enrolment register does not list this person's key. */
  C403_NOT_ENROLLED(
      HttpStatus.FORBIDDEN, "The enrolment register does not list a key of this account."),
  /** The passkey that signed is not one of this person's, or its signature does not fit. */
  C403_WRONG_PASSKEY(HttpStatus.FORBIDDEN, "The signature by the passkey does not fit."),
  /** In production a password signs nothing. */
  C403_PASSKEY_REQUIRED(HttpStatus.FORBIDDEN, "Only a passkey signs here."),
  /** Nothing has this id. */
  C404_UNKNOWN(HttpStatus.NOT_FOUND, "Nothing has this id."),
  /** The current state does not allow this action. */
  C409_OTHER_STATE(HttpStatus.CONFLICT, "The current state does not allow this action."),
  /** The work owes an answer to a partner, so it cannot be given up. */
  C409_OWES_AN_ANSWER(
      HttpStatus.CONFLICT, "Work past the screening owes an answer and cannot be discarded."),
  /** Documents or routes have problems, so none of them came into force. */
  C409_RELOAD_REFUSED(HttpStatus.CONFLICT, "Documents or routes have problems."),
  /** Documents came into force, and a partner's route does not run. */
  C409_ROUTE_NOT_STARTED(HttpStatus.CONFLICT, "A route did not begin."),
  /** Another person works on the case. */
  C409_CLAIMED(HttpStatus.CONFLICT, "Another person works on the case."),
  /** The caller claims as many cases as one person may. */
  C409_TOO_MANY_CLAIMS(HttpStatus.CONFLICT, "The caller claims as many cases as one person may."),
  /** The same two people signed too many cases in a row. */
  C409_SAME_PAIR(HttpStatus.CONFLICT, "The same two people signed too many cases in a row."),
  /** The caller already decided this, with other answers, another reason or another draft. */
  C409_DECIDED_OTHERWISE(HttpStatus.CONFLICT, "The caller already decided this otherwise."),
  /** The statement that was signed is not the one that would be recorded. */
  C409_SIGN_AGAIN(HttpStatus.CONFLICT, "The signed statement is no longer the right one."),
  /** Nothing waits in the scope of a stop, and the caller does not confirm this. */
  C409_CATCHES_NOTHING(HttpStatus.CONFLICT, "The stop would catch nothing now."),
  /** The agreement requires more time for each case. */
  C409_TOO_SOON(HttpStatus.CONFLICT, "The agreement requires more time for each case."),
  /** A question about 6103(i)(6) is not answered. */
  C422_QUESTION_UNANSWERED(
      HttpStatus.UNPROCESSABLE_CONTENT, "A question of 6103(i)(6) is not answered."),
  /** The scope of a stop has no such value. */
  C422_UNKNOWN_VALUE(HttpStatus.UNPROCESSABLE_CONTENT, "The scope of the stop has no such value."),
  /** A written reason is missing, too long or without a letter. */
  C422_NO_REASON(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "A written reason is missing, too long or without a letter."),
  /** The caller must sign the statement with a passkey and send the same call again. */
  C428_SIGN(HttpStatus.PRECONDITION_REQUIRED, "A passkey must sign this statement."),
  /** A part that the action needs cannot be relied on now; the call changed nothing. */
  C503_NOT_NOW(
      HttpStatus.SERVICE_UNAVAILABLE, "A part that this action needs cannot be relied on now."),
  /** The gateway failed; the call changed nothing. */
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
