package countersign.console;

import countersign.request.Actor;
import countersign.request.FileId;

/** A person decides a file that is held. */
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
   * @throws countersign.lifecycle.UnexpectedState if it is not held (any more)
   */
  void refuse(FileId file, Actor actor, String reason);
}
