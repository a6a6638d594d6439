package countersign.lifecycle;

import java.util.Locale;

/** A step of processing at which work waits, in a message queue of that name or for people. */
public enum WorkQueue {
  /**
   * A received file that the gateway has not judged. The poll of the partner's inbox processes it;
   * there is no message queue. Id: file.
   */
  READ(Consumers.POLL),
  /** A quarantined file that the gateway must judge again from its stored bytes. Id: file. */
  JUDGE(Consumers.QUEUE),
  /** An acknowledgement that the gateway must write. Id: acknowledgement. */
  ACKNOWLEDGE(Consumers.QUEUE),
  /** A slice whose requests the gateway must look up. Id: slice. */
  LOOKUP(Consumers.QUEUE),
  /** A draft that waits for its first reviewer. Id: request. */
  ENDORSE(Consumers.PEOPLE),
  /** An endorsed draft that waits for a second, different reviewer. Id: request. */
  COUNTERSIGN(Consumers.PEOPLE),
  /** A group whose finished results the gateway must release. Id: group. */
  RELEASE(Consumers.QUEUE),
  /** A response that the gateway must seal. Id: response. */
  SEAL(Consumers.QUEUE),
  /** A sealed response or acknowledgement to upload. Id: response or acknowledgement. */
  DELIVER(Consumers.QUEUE);

  /** The kind of consumer that processes the work. */
  public enum Consumers {
    /** A message queue of the broker; the relay fills it. */
    QUEUE,
    /** Reviewers, who use the console or the API. */
    PEOPLE,
    /** The next poll of the partner's inbox. */
    POLL
  }

  private final Consumers consumers;

  WorkQueue(Consumers consumers) {
    this.consumers = consumers;
  }

  /** The kind of consumer that processes this work. */
  public Consumers consumers() {
    return consumers;
  }

  /**
   * Whether an operator may discard parked work of this queue. Past the screening a request or a
   * document is owed an answer, and nothing but this work moves it.
   */
  public boolean isDiscardable() {
    return this == READ || this == JUDGE;
  }

  /** The name of the message queue and the stored value in table {@code work}, in lower case. */
  public String queueName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The constant for a stored value.
   *
   * @throws IllegalArgumentException if no constant has this value
   */
  public static WorkQueue of(String queueName) {
    return valueOf(queueName.toUpperCase(Locale.ROOT));
  }
}
