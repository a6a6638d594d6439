package countersign.sealing;

import countersign.request.OutgoingId;
import countersign.request.ResponseId;
import java.util.Optional;

/** The stored bytes of sealed files. Writes run in the caller's transaction. */
public interface OutgoingBytes {

  /** The partner whose outbox receives the file; empty if the id is unknown. */
  Optional<String> partner(OutgoingId id);

  /** The same while the file is sealed and not delivered; empty otherwise. */
  Optional<String> waitingFor(OutgoingId id);

  /** SHA-256 of the stored bytes, computed now, hexadecimal; empty if there are none. */
  Optional<String> storedHash(OutgoingId id);

  /** Whether an upload may be in progress. */
  boolean isUploading(OutgoingId id);

  /** Removes the bytes of a response that two people have sealed anew. */
  void forget(ResponseId id);

  /** Stores the bytes with their SHA-256. */
  void store(OutgoingId id, SealedBuffer sealed, byte[] sha256);
}
