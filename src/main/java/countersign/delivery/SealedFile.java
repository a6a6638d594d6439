package countersign.delivery;

import countersign.request.OutgoingId;
import countersign.sealing.SealedBytesChanged;
import java.io.InputStream;

/**
 * A sealed response or acknowledgement that may be uploaded now. No stop applied to a response when
 * it was dispatched, and no new stop can be reported in force before its upload ends. Only this
 * package can create one.
 */
public sealed interface SealedFile permits DispatchStep.ReadyUpload {
  /** The response's or acknowledgement's id. */
  OutgoingId id();

  /** The partner whose outbox receives it. */
  String partner();

  /** The file's name in the outbox. */
  String name();

  /** The file's length in bytes. */
  long size();

  /** SHA-256 of its bytes when they were sealed, hexadecimal. */
  String sha256();

  /**
   * The stored bytes from the start, read in blocks of 1 MiB; the caller closes the stream. It
   * fails with {@link SealedBytesChanged} before its end if they are not those that were sealed.
   */
  InputStream content();
}
