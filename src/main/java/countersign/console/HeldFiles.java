package countersign.console;

import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;

/** A person decides a file that is held, or a held request of a file that was taken. */
interface HeldFiles {

  /**
   * Takes it: only the codes that hold it are set aside, everything else is judged as a whole.
   *
   * @throws countersign.lifecycle.UnexpectedState if it is not held (any more)
   */
  void take(FileId file, Actor actor, String reason);

  /**
   * Refuses it as a whole.
   *
   * @param code whether counsel did, or somebody else
   * @throws countersign.lifecycle.UnexpectedState if it is not held (any more)
   */
  void refuse(FileId file, ReasonCode code, Actor actor, String reason);

  /** Takes a held request: it is looked up like every other. Not held any more: nothing happens. */
  void take(RequestKey request, Actor actor, String reason);

  /**
   * Refuses a held request. Not held any more: nothing happens.
   *
   * @param code whether counsel did, or somebody else
   */
  void refuse(RequestKey request, ReasonCode code, Actor actor, String reason);
}
