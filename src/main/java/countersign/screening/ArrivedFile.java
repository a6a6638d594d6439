package countersign.screening;

import countersign.request.FileId;
import java.time.Instant;

/**
 * What the rules may know of a file beside its content.
 *
 * @param id its id; an unnamed one if its name does not follow the pattern
 * @param partner id of the partner whose inbox it came through; empty if there is none
 * @param agency that partner's agency
 * @param name as it was in the inbox, or a hash if it does not follow the pattern
 * @param sizeBytes size of the file as received
 * @param receivedAt first pick-up: every date is measured at this moment
 */
public record ArrivedFile(
    FileId id, String partner, String agency, String name, long sizeBytes, Instant receivedAt) {}
