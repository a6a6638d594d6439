package countersign.intake;

import countersign.lifecycle.CopyRows;
import countersign.request.Request;

/** Takes the requests of a file while they stream past, on several threads. */
interface Keeper {

  /**
   * Takes one.
   *
   * @param rows of the block that it stands in
   * @param number position in the file, from 1
   * @param malformed whether a text is too long or holds a control character
   */
  void add(CopyRows rows, int number, Request request, boolean malformed);
}
