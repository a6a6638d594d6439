package countersign.disclosure;

import countersign.disclosure.ApprovalVerification.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers in memory which approvals counted, by a digest over everything that decided it. The
 * seal and the upload read the same bytes again and find the same digest; one changed byte, key,
 * account or document gives another digest, and everything is verified again. What did not count is
 * never remembered. Nothing of this is stored. Thread-safe.
 */
final class KnownApprovals {
  /** The most requests that are remembered: about 15 MB. */
  static final int MOST = 5_000;

  private final Map<String, Finding> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Finding> eldest) {
              return size() > MOST;
            }
          });

  /** What is known for this digest, or what is found now. */
  Finding of(String digest, Supplier<Finding> verification) {
    Finding before = known.get(digest);
    if (before != null) {
      return before;
    }
    Finding found = verification.get();
    if (found.cause() == null) {
      known.put(digest, found);
    }
    return found;
  }
}
