package countersign.accounting;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request that had been looked up, and who decided it.
 *
 * @param request key of the request
 * @param responseId response that carries the answer; null if a person refused the request before
 *     any look-up
 * @param agency agency that asked
 * @param outcome {@code DISCLOSED}, {@code NOT_DISCLOSED} or {@code REFUSED}
 * @param codes internal codes, which no partner sees; empty for a disclosure
 * @param elements elements that were disclosed; empty if none
 * @param recipients officers who received it, with name and office
 * @param purpose purpose and nature of the disclosure; null if nothing was disclosed
 * @param approvers accounts of the two people who approved, or of the one who refused
 * @param ruleSet version and hash of the rules in force
 * @param itemSha256 SHA-256 of the item's canonical bytes, hexadecimal; null if there is no item
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(p)(3)(A)</a>
 */
public record AccountedResult(
    RequestKey request,
    @Nullable String responseId,
    String agency,
    String outcome,
    List<ReasonCode> codes,
    List<String> elements,
    List<Recipient> recipients,
    @Nullable String purpose,
    List<String> approvers,
    @Nullable String ruleSet,
    @Nullable String itemSha256) {

  /** Makes immutable copies of the collections. */
  public AccountedResult {
    codes = List.copyOf(codes);
    elements = List.copyOf(elements);
    recipients = List.copyOf(recipients);
    approvers = List.copyOf(approvers);
  }

  /**
   * An officer who received the disclosure.
   *
   * @param officerId enrolled id
   * @param name name as registered or stated; null if unknown
   * @param office office as registered or stated; null if unknown
   */
  public record Recipient(String officerId, @Nullable String name, @Nullable String office) {}

  /** Names the request only. */
  @Override
  public String toString() {
    return request.toString();
  }
}
