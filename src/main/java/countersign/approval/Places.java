package countersign.approval;

import countersign.request.RequestKey;
import countersign.vault.Place;
import java.time.Instant;

/** Where this package's ciphertexts stand. */
final class Places {
  private Places() {}

  static Place item(RequestKey key) {
    return new Place("draft", key.toString(), "item_sealed");
  }

  static Place evidence(RequestKey key) {
    return new Place("draft", key.toString(), "evidence_sealed");
  }

  static Place inner(RequestKey key) {
    return new Place("no_match", key.toString(), "inner_sealed");
  }

  /** An approval's number is not known when its reason is sealed; who, what and when name it. */
  static Place reason(RequestKey key, String step, String account, Instant at) {
    return new Place(
        "approval", key + "/" + step + "/" + account + "/" + at.toEpochMilli(), "reason_sealed");
  }
}
