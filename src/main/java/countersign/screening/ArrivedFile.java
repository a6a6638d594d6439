package countersign.screening;

import countersign.request.FileId;
import java.time.Instant;

/**
 * The data of a file, besides its content, that the rules may use.
 *
 * @param id file id; an unnamed one if the name does not follow the pattern
 * @param partner id of the partner in whose inbox the file was; empty if there is none
 * @param agency that partner's agency
 * @param name name in the inbox, or a hash if it does not follow the pattern
 * @param sizeBytes size of the file as received
 * @param receivedAt first pick-up; every date in the file is compared with this moment
 */
public record ArrivedFile(
    FileId id, String partner, String agency, String name, long sizeBytes, Instant receivedAt) {}
