package countersign.records;

import java.util.List;
import java.util.Map;

/**
 * How a request was compared with the records. Only reviewers see it: it is stored sealed with the
 * draft and never sent.
 *
 * @param strategy how the records were searched
 * @param facts results of the comparisons, in the order in which they were made
 * @param held person and addresses in the records, one map of column to value for each row; at most
 *     {@link #MAX_HELD}
 */
public record Evidence(Strategy strategy, List<Fact> facts, List<Map<String, String>> held) {
  /** Maximum number of rows kept. */
  public static final int MAX_HELD = 20;

  /** Makes unmodifiable copies of the collections. */
  public Evidence {
    facts = List.copyOf(facts);
    held = List.copyOf(held);
  }

  /** How the records were searched. */
  public enum Strategy {
    /** By taxpayer identifying number, name control and address (R43). */
    TIN,
    /** By full name, full address and birth date (R44). */
    NAME
  }

  /**
   * Result of one comparison.
   *
   * @param what name of the comparison, such as {@code FULL_NAME}
   * @param agrees whether the values agreed
   */
  public record Fact(String what, boolean agrees) {}

  /** Returns no value, because the evidence contains a taxpayer's data. */
  @Override
  public String toString() {
    return "Evidence";
  }
}
