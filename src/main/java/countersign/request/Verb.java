package countersign.request;

import java.util.Locale;

/**
 * What can happen, one word each: the same in routes, ledger, metrics, log and runbook. A word that
 * says so is reserved: nothing writes it yet.
 */
public enum Verb {
  RECEIVE,
  REFUSE,
  HOLD,
  TAKE,
  READ,
  ACKNOWLEDGE,
  /** Reserved as an event; the step of that name in the look-up route changes no state. */
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
  /** Reserved for requests that are answered because their deadline has passed. */
  EXPIRE,
  RELEASE,
  SEAL,
  DISPATCH,
  DELIVER,
  /** Reserved for a response that is taken back before its upload. */
  WITHDRAW,
  /** Reserved for the receipt by which an officer confirms a response. */
  CONFIRM,
  /** Reserved for the certificate by which an officer reports return or destruction. */
  DISPOSE,
  /** Reserved for a response that is recalled after its delivery. */
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
