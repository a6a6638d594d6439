package countersign.request;

import java.util.Locale;

/** What can happen, one word each: the same in routes, ledger, metrics, log and runbook. */
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
  /** Somebody tried to get past counsel's refusal and was denied. */
  ATTEMPT,
  /** The counsel who refused asks a second one to lift it. */
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
  /** A configuration document with two good signatures came into force. */
  ADOPT;

  /** The word as it is written everywhere, lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
