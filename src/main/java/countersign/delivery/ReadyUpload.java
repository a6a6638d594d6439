package countersign.delivery;

import countersign.request.OutgoingId;
import java.io.InputStream;
import java.util.function.Supplier;

/** The only implementation of {@link SealedFile}. */
record ReadyUpload(
    OutgoingId id,
    String partner,
    String name,
    long size,
    String sha256,
    Supplier<InputStream> bytes)
    implements SealedFile {
  @Override
  public InputStream content() {
    return bytes.get();
  }

  /** Contains only the file's name. */
  @Override
  public String toString() {
    return name;
  }
}
