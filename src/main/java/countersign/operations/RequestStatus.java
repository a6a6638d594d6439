package countersign.operations;

import countersign.request.RequestKey;
import java.util.List;

/**
 * Where one request stands, as far as submitters and operators may see.
 *
 * @param key which
 * @param state one of four words
 * @param codes what the rules said before any look-up, sorted; empty if nothing
 */
public record RequestStatus(RequestKey key, ObservableState state, List<String> codes) {
  /** Copies the codes. */
  public RequestStatus {
    codes = List.copyOf(codes);
  }
}
