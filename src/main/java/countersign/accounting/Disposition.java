package countersign.accounting;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one request that had been looked up was answered, and on whose word.
 *
 * @param request which request
 * @param responseId the response that carries the answer; null if a person refused before any
 *     look-up
 * @param agency who asked
 * @param outcome {@code DISCLOSED}, {@code NOT_DISCLOSED} or {@code REFUSED}
 * @param codes inner codes, which no partner sees; empty for a disclosure
 * @param elements what was disclosed; empty if nothing
 * @param recipients officers it went to, name and office included
 * @param purpose purpose and nature of the disclosure; null if nothing was disclosed
 * @param approvers accounts of the two who approved, or of the one who refused
 * @param ruleSet version and hash of the rules in force
 * @param itemSha256 of the item's canonical bytes, hexadecimal; null if there is no item
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(p)(3)(A)</a>
 */
public record Disposition(
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

  /** Copies the collections in. */
  public Disposition {
    codes = List.copyOf(codes);
    elements = List.copyOf(elements);
    recipients = List.copyOf(recipients);
    approvers = List.copyOf(approvers);
  }

  /**
   * An officer who was told.
   *
   * @param officerId enrolled id
   * @param name as registered or stated; null if unknown
   * @param office as registered or stated; null if unknown
   */
  public record Recipient(String officerId, @Nullable String name, @Nullable String office) {}

  /** Names the request only. */
  @Override
  public String toString() {
    return request.toString();
  }
}
