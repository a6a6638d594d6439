package countersign.intake;

import countersign.request.FileId;
import countersign.request.ReasonCode;

/**
 * The reason why no person can take a waiting file at the moment.
 *
 * @param code of the block, or F120 for a file that has not been read
 * @param sentence what cannot be done and what happens next; without personal data
 */
public record TakeObstacle(ReasonCode code, String sentence) {

  static TakeObstacle unread(FileId file) {
    return new TakeObstacle(
        ReasonCode.F120_NOT_JUDGED,
        "File %s cannot be taken because the gateway has not been able to read it yet. The gateway tries again by itself, and an operator can have it judged again at once."
            .formatted(file));
  }

  static TakeObstacle blocked(FileId file, ReasonCode block) {
    return new TakeObstacle(
        block,
        "File %s cannot be taken while this block is in force. When the block ends, the gateway judges the file again by itself."
            .formatted(file));
  }
}
