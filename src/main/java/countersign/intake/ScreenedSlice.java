package countersign.intake;

import countersign.request.FileId;
import countersign.request.SliceId;
import java.util.List;

/**
 * Up to 500 taken requests of one file, which passed every rule that needs no IRS record. Only this
 * package can create one, and only from requests in state TAKEN.
 */
public sealed interface ScreenedSlice permits LoadedSlice {
  /** Id of the slice. */
  SliceId id();

  /** The file of the slice. */
  FileId file();

  /** The agreement that the file cites. */
  String agreementId();

  /** The requests in the order of the file; empty if all have been looked up. */
  List<ScreenedRequest> requests();
}
