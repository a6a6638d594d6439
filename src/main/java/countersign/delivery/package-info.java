/**
 * Acknowledge, release, seal ({@code SealedFile}), dispatch; receipts, dispositions, recall,
 * incident.
 */
@NullMarked
package countersign.delivery;

import org.jspecify.annotations.NullMarked;
