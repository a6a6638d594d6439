package countersign.intake;

import countersign.request.FileId;

/**
 * A received file whose name and history gave no objection and whose sealed bytes can be read.
 * Nothing has been decrypted yet: that happens while {@code read} streams it. Only this package can
 * make one.
 */
public sealed interface OpenedFile permits KeptFile {
  /** Which file. */
  FileId id();
}
