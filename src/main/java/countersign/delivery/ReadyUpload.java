package countersign.delivery;

import countersign.request.OutgoingId;
import java.io.InputStream;
import java.util.function.Supplier;

/** The one kind of {@link SealedFile}. */
record ReadyUpload(
    OutgoingId id, String partner, String name, long size, Supplier<InputStream> bytes)
    implements SealedFile {
  @Override
  public InputStream content() {
    return bytes.get();
  }

  /** Names the file only. */
  @Override
  public String toString() {
    return name;
  }
}
