package countersign.authority;

import java.util.List;

/**
 * A paragraph of a nontax federal criminal statute that an agreement serves.
 *
 * @param citation as requests cite it, such as {@code 8 USC 1253(a)(1)(A)}
 * @param facts names that must be present in {@code request.facts}
 */
public record Statute(String citation, List<String> facts) {
  /** Makes an immutable copy of the list. */
  public Statute {
    facts = List.copyOf(facts);
  }
}
