package countersign.ledger;

/**
 * Reference to a recorded event. Its place in the tree is known only after the sealer has processed
 * it.
 *
 * @param id id of the event's row, from 1; does not state the order of events
 */
public record EventRef(long id) {}
