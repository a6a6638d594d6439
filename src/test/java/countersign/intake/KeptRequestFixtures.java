package countersign.intake;

import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.vault.Vault;

/** Requests as intake stores them, for tests of later packages. */
public final class KeptRequestFixtures {
  private KeptRequestFixtures() {}

  /**
   * The column {@code body_sealed} of a request.
   *
   * @param number position in the file, from 1
   */
  public static byte[] sealed(Vault vault, FileId file, int number, Request request) {
    return vault
        .file(file.value())
        .seal(RequestJson.write(request), KeptRequest.associatedData(file, number));
  }
}
