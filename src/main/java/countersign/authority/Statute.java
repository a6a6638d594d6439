package countersign.authority;

import java.util.List;

/**
 * A paragraph of a nontax federal criminal statute that an agreement serves.
 *
 * @param citation as requests cite it, such as {@code 8 USC 1253(a)(1)(A)}
 * @param facts names in {@code request.facts} that must be present, its element checklist
 */
public record Statute(String citation, List<String> facts) {
  /** Copies the list in. */
  public Statute {
    facts = List.copyOf(facts);
  }
}
