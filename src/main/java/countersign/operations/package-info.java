/**
 * What operators see and do: files, queues, waiting and parked work, the last known state of each
 * part. Defines the ports Queues and Inboxes.
 */
@NullMarked
package countersign.operations;

import org.jspecify.annotations.NullMarked;
