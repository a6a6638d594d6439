package countersign.intake;

import countersign.request.ReasonCode;

/**
 * The reason why no person can take a waiting file at the moment.
 *
 * @param code of the block, or F120 for a file that has not been read
 * @param sentence what cannot be done and what happens next; without personal data
 */
public record TakeObstacle(ReasonCode code, String sentence) {}
