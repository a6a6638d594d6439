package countersign.intake;

import countersign.request.FileId;
import countersign.request.SliceId;
import java.util.List;

/**
 * Up to 500 requests of one file that passed every rule which needs no record, and that the
 * acknowledgement calls taken. Only this package can make one, and only of requests in state TAKEN.
 */
public sealed interface ScreenedSlice permits LoadedSlice {
  /** Which slice. */
  SliceId id();

  /** The file it is part of. */
  FileId file();

  /** The agreement that the file relies on. */
  String agreementId();

  /** The requests in the order of the file, at least one unless all have gone on already. */
  List<ScreenedRequest> requests();
}
