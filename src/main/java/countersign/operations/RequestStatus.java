package countersign.operations;

import countersign.request.RequestKey;
import java.util.List;

/**
 * Status of one request, as far as submitters and operators may see it.
 *
 * @param key key of the request
 * @param state one of the four observable states
 * @param codes codes that the rules gave before any look-up, sorted; empty if none
 */
public record RequestStatus(RequestKey key, ObservableState state, List<String> codes) {
  /** Makes an immutable copy of the codes. */
  public RequestStatus {
    codes = List.copyOf(codes);
  }
}
