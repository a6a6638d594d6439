package countersign.redaction;

import countersign.crypto.Sha256;
import countersign.request.RequestKey;

/** The only implementation of {@link Draft}. */
record ItemDraft(RequestKey key, byte[] item, byte[] evidence) implements Draft {
  ItemDraft {
    item = item.clone();
    evidence = evidence.clone();
  }

  @Override
  public byte[] item() {
    return item.clone();
  }

  @Override
  public byte[] evidence() {
    return evidence.clone();
  }

  @Override
  public byte[] sha256() {
    return Sha256.of(item);
  }

  /** Returns the request's key only, because the other values are personal data. */
  @Override
  public String toString() {
    return key.toString();
  }
}
