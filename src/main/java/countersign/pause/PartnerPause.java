package countersign.pause;

import java.time.Instant;

/**
 * A pause.
 *
 * @param partner id of the partner
 * @param since when it began
 * @param by account of the person who paused the partner
 */
public record PartnerPause(String partner, Instant since, String by) {}
