package countersign.intake;

import countersign.request.FileId;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import java.util.List;

/**
 * Up to 500 taken requests of one file, which passed every rule that needs no IRS record. Only this
 * package can create one, and only from requests in state TAKEN.
 */
public sealed interface ScreenedSlice permits Intake.LoadedSlice {
  /** Id of the slice. */
  SliceId id();

  /** The file of the slice. */
  FileId file();

  /** The agreement that the file cites. */
  String agreementId();

  /** The requests in the order of the file; empty if all have been looked up. */
  List<ScreenedRequest> requests();

  /**
   * One request that was taken.
   *
   * @param key key of the request inside the gateway
   * @param number position in the file, from 1
   * @param request as the partner wrote it
   */
  record ScreenedRequest(RequestKey key, int number, Request request) {
    /** Contains the key only, because the content belongs in no log. */
    @Override
    public String toString() {
      return key.toString();
    }
  }
}
