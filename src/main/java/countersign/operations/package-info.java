/**
 * What operators see and do: files, stages, queues, parked work, expected files; ports Queues,
 * Inboxes.
 */
@NullMarked
package countersign.operations;

import org.jspecify.annotations.NullMarked;
