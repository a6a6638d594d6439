package countersign.intake;

import countersign.profile.LineFault;
import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.nio.charset.StandardCharsets;

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
   * The agreement that the stored header of a file names; an empty string if it names none.
   *
   * @param cipher cipher of the file
   * @param sealed the column {@code header_sealed}
   */
  public static String agreement(DataCipher cipher, FileId file, byte[] sealed) {
    byte[] header = cipher.open(sealed, new AssociatedData("file", file.value(), "header_sealed"));
    try {
      return RequestJson.parse(new String(header, StandardCharsets.UTF_8))
          .path("agreement")
          .asString("");
    } catch (LineFault e) {
      throw new IllegalStateException(
          "The header of %s is not one that this version reads (%s).".formatted(file, e.detail()),
          e);
    }
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
