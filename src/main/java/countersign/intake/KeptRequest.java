package countersign.intake;

import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;

/** Where the canonical bytes of a request are kept, sealed with its file's key. */
public final class KeptRequest {
  private KeptRequest() {}

  /**
   * The place to which the bytes are bound.
   *
   * @param number position in the file, from 1
   */
  static AssociatedData place(FileId file, int number) {
    return new AssociatedData("request", file + "/" + number, "body_sealed");
  }

  /**
   * Opens one.
   *
   * @param box of its file
   * @param number position in the file, from 1
   * @param sealed the column {@code body_sealed}
   */
  public static Request open(DataCipher box, FileId file, int number, byte[] sealed) {
    return RequestJson.read(box.open(sealed, place(file, number)));
  }
}
