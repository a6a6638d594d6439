package countersign.request;

import java.util.Locale;

/**
 * The actions that the gateway performs or records. Routes, ledger, metrics, log and runbook use
 * the same words.
 */
public enum Verb {
  RECEIVE,
  REFUSE,
  HOLD,
  TAKE,
  READ,
  ACKNOWLEDGE,
  MATCH,
  DRAFT,
  ENDORSE,
  COUNTERSIGN,
  DECLINE,
  LAPSE,
  /** A person tried to bypass counsel's refusal and was denied. */
  ATTEMPT,
  /** The counsel who refused asks a second counsel to reverse the refusal. */
  RECONSIDER,
  EXPIRE,
  RELEASE,
  SEAL,
  DISPATCH,
  DELIVER,
  WITHDRAW,
  CONFIRM,
  DISPOSE,
  RECALL,
  PARK,
  RETRY,
  DISCARD,
  STOP,
  LIFT,
  PUBLISH,
  /** A configuration document with two valid signatures came into force. */
  ADOPT;

  /** The verb in lower case, as stored and displayed everywhere. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
