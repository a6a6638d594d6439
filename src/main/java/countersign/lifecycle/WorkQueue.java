package countersign.lifecycle;

import java.util.Locale;

/** A stage of the way: where work waits, in a queue of that name or in front of people. */
public enum WorkQueue {
  /**
   * A received file that has not been judged; consumed by the partner's poll, not by a queue. Id:
   * file.
   */
  READ(Consumers.POLL),
  /** A quarantined file that is to be opened again from its kept bytes. Id: file. */
  JUDGE(Consumers.QUEUE),
  /** An acknowledgement that is due. Id: acknowledgement. */
  ACKNOWLEDGE(Consumers.QUEUE),
  /** A slice to be looked up. Id: slice. */
  LOOKUP(Consumers.QUEUE),
  /** A draft waits for its first reviewer. Id: request. */
  ENDORSE(Consumers.PEOPLE),
  /** An endorsed draft waits for a second, different person. Id: request. */
  COUNTERSIGN(Consumers.PEOPLE),
  /** What a group has ready is to be released. Id: group. */
  RELEASE(Consumers.QUEUE),
  /** A response is to be sealed. Id: response. */
  SEAL(Consumers.QUEUE),
  /** A sealed response or acknowledgement is to be uploaded. Id: response or acknowledgement. */
  DELIVER(Consumers.QUEUE);

  /** Who works a stage off. */
  public enum Consumers {
    /** A queue of the broker, fed by the relay. */
    QUEUE,
    /** Reviewers, in the console or by the API. */
    PEOPLE,
    /** The next poll of the partner's inbox. */
    POLL
  }

  private final Consumers consumers;

  WorkQueue(Consumers consumers) {
    this.consumers = consumers;
  }

  /** Who works it off. */
  public Consumers consumers() {
    return consumers;
  }

  /** The queue's name and the word in the table, lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The stage of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WorkQueue of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
