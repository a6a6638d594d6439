package countersign.ledger;

/**
 * Points to a recorded event; its place in the tree is known only once the sealer has seen it.
 *
 * @param id row of the event, from 1; says nothing about the order
 */
public record EventRef(long id) {}
