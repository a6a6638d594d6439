package countersign.intake;

import countersign.request.FileId;
import countersign.request.SliceId;
import java.util.List;

/** The only {@link ScreenedSlice}. */
record LoadedSlice(SliceId id, String agreementId, List<ScreenedRequest> requests)
    implements ScreenedSlice {
  LoadedSlice {
    requests = List.copyOf(requests);
  }

  @Override
  public FileId file() {
    return id.file();
  }

  /** Contains the slice's id only. */
  @Override
  public String toString() {
    return id.toString();
  }
}
