package countersign.accounting;

import countersign.request.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a request's file that every entry repeats.
 *
 * @param file id of the file
 * @param agency agency that asked
 * @param partner partner whose inbox held the file
 * @param agreement agreement the file relies on; null if the header was not read
 * @param requester register id of the official who asked; null if the header was not read
 * @param requestedAt the header's {@code createdAt} as written; null if the header was not read
 * @param receivedAt time of the first pick-up
 * @param ruleSet version and hash of the rules that judged it
 * @param sealedSha256 SHA-256 of the file as received, hexadecimal
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
