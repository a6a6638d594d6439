package countersign.intake;

import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.vault.SealedBlock;
import countersign.vault.Vault;
import java.util.List;

/** Requests as intake stores them, for tests of later packages. */
public final class KeptRequestFixtures {
  private KeptRequestFixtures() {}

  /**
   * The column {@code block_sealed} of a block with one request.
   *
   * @param number position in the file, from 1
   */
  public static byte[] sealed(Vault vault, FileId file, int number, Request request) {
    return SealedBlock.seal(
        vault.file(file.value()),
        List.of(RequestJson.write(request)),
        KeptRequest.associatedData(file, number));
  }
}
