/**
 * A partner's folders over SFTP. An {@link countersign.inbox.InboxConsumer} polls the inbox; an
 * {@link countersign.inbox.InboxReading} sends each complete file through the route and moves it
 * when the database has its verdict; {@link countersign.inbox.InboxTries} sets aside what cannot be
 * fetched or moved. An {@link countersign.inbox.OutboxConflictHandler} decides what a failed upload
 * to the outbox means.
 */
@NullMarked
package countersign.inbox;

import org.jspecify.annotations.NullMarked;
