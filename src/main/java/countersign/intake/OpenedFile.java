package countersign.intake;

import countersign.request.FileId;

/**
 * A received file that passed stage 1 by its name and history. It is still encrypted: {@code read}
 * decrypts it as a stream. Only this package can create one.
 */
public sealed interface OpenedFile permits Intake.KeptFile {
  /** Id of the file. */
  FileId id();
}
