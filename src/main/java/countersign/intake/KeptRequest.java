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
   * The data to which the sealed bytes are bound.
   *
   * @param number position in the file, from 1
   */
  static AssociatedData associatedData(FileId file, int number) {
    return new AssociatedData("request", file + "/" + number, "body_sealed");
  }

  /**
   * Decrypts a request.
   *
   * @param cipher cipher of its file
   * @param number position in the file, from 1
   * @param sealed the column {@code body_sealed}
   */
  public static Request open(DataCipher cipher, FileId file, int number, byte[] sealed) {
    return RequestJson.read(cipher.open(sealed, associatedData(file, number)));
  }
}
