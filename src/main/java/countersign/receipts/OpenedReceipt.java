package countersign.receipts;

import countersign.request.FileId;

/** An officer's document whose signature is verified. Only {@link Receipts} makes one. */
public final class OpenedReceipt {
  private final FileId id;
  private final byte[] content;

  OpenedReceipt(FileId id, byte[] content) {
    this.id = id;
    this.content = content.clone();
  }

  FileId id() {
    return id;
  }

  /** The document as signed. */
  public byte[] content() {
    return content.clone();
  }

  /** Names the file only. */
  @Override
  public String toString() {
    return id.toString();
  }
}
