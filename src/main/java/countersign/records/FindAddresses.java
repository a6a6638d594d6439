package countersign.records;

import java.util.List;

/**
 * The record source: what addresses are held for these people? Asked for a whole slice at a time,
 * so that no single look-up can be told from another.
 */
@FunctionalInterface
public interface FindAddresses {

  /**
   * Every row held for any of the wanted. Rows nobody asked for do no harm; an empty list means
   * that nothing is held.
   *
   * @throws countersign.request.Unavailable if the source does not answer: that is not the same as
   *     an empty answer
   */
  List<FoundRecord> find(List<LookupKey> wanted);
}
