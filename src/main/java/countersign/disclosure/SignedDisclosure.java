package countersign.disclosure;

import countersign.request.Request;
import countersign.request.RequestKey;
import java.util.List;

/** The only implementation of {@link ApprovedDisclosure}. */
record SignedDisclosure(
    RequestKey key,
    int number,
    Request request,
    byte[] item,
    String sha256,
    String endorsedBy,
    String countersignedBy,
    List<String> statements)
    implements ApprovedDisclosure {
  SignedDisclosure {
    item = item.clone();
    statements = List.copyOf(statements);
    if (endorsedBy.equals(countersignedBy)) {
      throw new IllegalArgumentException("Request %s was signed by one person".formatted(key));
    }
  }

  @Override
  public byte[] item() {
    return item.clone();
  }

  /** Contains only the request's key. */
  @Override
  public String toString() {
    return key.toString();
  }
}
