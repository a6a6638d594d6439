package countersign.records;

import java.util.List;
import java.util.Map;

/**
 * How a request was held against the records: for the reviewers' eyes, sealed beside the draft, and
 * never sent.
 *
 * @param strategy how the records were searched
 * @param facts what agreed and what did not, in the order it was looked at
 * @param held the person and addresses the records hold, one map of column to value a row; at most
 *     {@link #MAX_HELD}
 */
public record Evidence(Strategy strategy, List<Fact> facts, List<Map<String, String>> held) {
  /** Rows kept at most. */
  public static final int MAX_HELD = 20;

  /** Copies the collections in. */
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
   * One thing that was compared.
   *
   * @param what which comparison, one word
   * @param agrees whether it agreed
   */
  public record Fact(String what, boolean agrees) {}

  /** Says nothing: it holds a taxpayer's data. */
  @Override
  public String toString() {
    return "Evidence";
  }
}
