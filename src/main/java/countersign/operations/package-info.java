/**
 * What operators see and do: files, queues, parked work, expected files. Defines the ports Queues
 * and Inboxes.
 */
@NullMarked
package countersign.operations;

import org.jspecify.annotations.NullMarked;
