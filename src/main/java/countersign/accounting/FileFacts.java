package countersign.accounting;

import countersign.request.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every entry says about the file that a request came in.
 *
 * @param file its id
 * @param agency who asked
 * @param partner whose inbox it lay in
 * @param agreement the agreement it relies on; null if the file was not read that far
 * @param requester register id of the official who asked; null if the file was not read that far
 * @param requestedAt the header's {@code createdAt} as written; null if the file was not read that
 *     far
 * @param receivedAt first pick-up
 * @param ruleSet version and hash of the rules that judged it
 * @param sealedSha256 of the file as received, hexadecimal
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(p)(3)(A)</a>
 */
public record FileFacts(
    FileId file,
    String agency,
    String partner,
    @Nullable String agreement,
    @Nullable String requester,
    @Nullable String requestedAt,
    Instant receivedAt,
    @Nullable String ruleSet,
    String sealedSha256) {}
