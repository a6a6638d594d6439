package countersign.routemap;

/**
 * What waits in one queue of a running gateway.
 *
 * @param waiting units of work that wait
 * @param parked units of work that wait for an operator
 */
public record QueueCount(long waiting, long parked) {
  /** The numbers in words. */
  String words() {
    return parked == 0
        ? "%d waiting".formatted(waiting)
        : "%d waiting, %d parked".formatted(waiting, parked);
  }
}
