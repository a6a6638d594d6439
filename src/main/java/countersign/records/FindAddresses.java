package countersign.records;

import java.util.List;

/**
 * The record source: looks up the addresses held for these people. It is queried for a whole slice
 * at a time, so that single look-ups cannot be observed.
 */
@FunctionalInterface
public interface FindAddresses {

  /**
   * Finds every row for any of the keys. The result may contain additional rows; it is empty if
   * nothing is held.
   *
   * @throws countersign.request.Unavailable if the source does not answer, which differs from an
   *     empty result
   */
  List<FoundRecord> find(List<LookupKey> keys);
}
