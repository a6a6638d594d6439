package countersign.journal;

import java.util.Map;
import java.util.Set;

/** What the tables know of the uploads that a journal names. A port: delivery owns the tables. */
public interface KnownUploads {

  /**
   * The ids of those uploads whose stored state does not say that they may have begun.
   *
   * @param sha256 the hash of the sealed bytes by the id of the response or acknowledgement
   */
  Set<String> unknown(Map<String, String> sha256);

  /** Whether the stored response has exactly these results, and these bytes if it has any. */
  boolean isSame(Upload upload);
}
