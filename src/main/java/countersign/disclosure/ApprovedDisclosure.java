package countersign.disclosure;

import countersign.request.Request;
import countersign.request.RequestKey;
import java.util.List;

/**
 * A disclosure whose exact bytes two different enrolled people approved with their signatures, with
 * neither approval expired. The transaction that releases it reads the bytes from the tables,
 * hashes them again and verifies both signatures. Only this package can create one.
 */
public sealed interface ApprovedDisclosure permits SignedDisclosure {
  /** The request's key. */
  RequestKey key();

  /** Its position in the file, from 1. */
  int number();

  /** The request itself. */
  Request request();

  /** The canonical bytes that both people approved. */
  byte[] item();

  /** SHA-256 of {@link #item()}, hexadecimal. */
  String sha256();

  /** The account that endorsed. */
  String endorsedBy();

  /** The account that countersigned; never the one that endorsed. */
  String countersignedBy();

  /** SHA-256 of the two signed statements, hexadecimal; the first approval is first. */
  List<String> statements();
}
