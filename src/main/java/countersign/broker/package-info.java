/**
 * The connection to the message broker: login, sending of work ids, the text of a message, and the
 * depth of the queues as last known.
 */
@NullMarked
package countersign.broker;

import org.jspecify.annotations.NullMarked;
