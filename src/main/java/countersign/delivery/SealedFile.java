package countersign.delivery;

import countersign.request.OutgoingId;
import java.io.InputStream;

/**
 * A sealed response or acknowledgement that may be uploaded now: no stop stood in its way when it
 * was dispatched, and none can be reported in force before its upload ends. Only this package can
 * make one.
 */
public sealed interface SealedFile permits ReadyUpload {
  /** The response's or acknowledgement's id. */
  OutgoingId id();

  /** Whose outbox it goes to. */
  String partner();

  /** Its name there. */
  String name();

  /** Its length in bytes. */
  long size();

  /** The stored bytes from their start, in blocks of a MiB; to be closed by whoever reads. */
  InputStream content();
}
