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
  /** Reserved as an event; the step of that name in the look-up route changes no state. */
  MATCH,
  DRAFT,
  ENDORSE,
  COUNTERSIGN,
  DECLINE,
  LAPSE,
  /** A person tried to get past counsel's denial. */
  ATTEMPT,
  /** The counsel who denied a request asks a second counsel to lift the denial. */
  RECONSIDER,
  RELEASE,
  SEAL,
  /** A second person had a response sealed anew whose seal did not verify. */
  RESEAL,
  DISPATCH,
  DELIVER,
  /** Reserved for a response that is taken back before its upload. */
  WITHDRAW,
  /** An officer confirmed that a response came, with the hash of its bytes. */
  CONFIRM,
  /** An officer certified return or destruction, or that a response is still protected. */
  DISPOSE,
  /** Two people gave an officer more time for a receipt or a disposition. */
  PROLONG,
  /** Reserved for a response that is recalled after its delivery. */
  RECALL,
  /** A person told an office about an incident. */
  REPORT,
  PARK,
  RETRY,
  DISCARD,
  STOP,
  /** A person proposes what another person then does: to lift a stop, change an account, reseal. */
  PROPOSE,
  LIFT,
  PUBLISH,
  /** A configuration document with two valid signatures came into force. */
  ADOPT,
  /** A gateway started with routes that it had proved. */
  PROVE,
  /** Two administrators, or the command line, changed an account. */
  AMEND,
  /** A person signed in. */
  SIGN_IN,
  /** Sign-ins from one source failed during a minute. */
  SIGN_IN_FAILED,
  /** Too many failures locked an account's password. */
  LOCK,
  /** An operator paused a partner: nothing is fetched from it or uploaded to it. */
  PAUSE,
  /** An operator resumed a partner. */
  RESUME,
  /** The gateway read its documents and routes again while it ran. */
  RELOAD,
  /** A person saw a case or parked work. */
  VIEW,
  /** The same two people signed again because no third person was present. */
  WAIVE,
  /**
   * The gateway took over from its journal what left before an older database was restored, as two
   * people had confirmed.
   */
  RECONSTRUCT,
  /** A reviewer decided a control case, which is no request. */
  CONTROL;

  /** The verb in lower case, as stored and displayed everywhere. */
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
