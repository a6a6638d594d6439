package countersign.intake;

import countersign.profile.LineFault;
import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.nio.charset.StandardCharsets;

/** Where a header and the canonical bytes of requests are kept, sealed with their file's key. */
public final class KeptRequest {
  private KeptRequest() {}

  /**
   * The data to which a block is bound.
   *
   * @param first number of the first request in it
   */
  static AssociatedData associatedData(FileId file, int first) {
    return new AssociatedData("request_block", file + "/" + first, "block_sealed");
  }

  /**
   * The data to which the bytes of a request are bound that is in no block.
   *
   * @param number position in the file, from 1
   */
  static AssociatedData associatedDataAlone(FileId file, int number) {
    return new AssociatedData("request", file + "/" + number, "body_sealed");
  }

  /** Reads the canonical bytes of a request. */
  public static Request read(byte[] body) {
    return RequestJson.read(body);
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
}
