/**
 * The documents by which a record source outside the database is asked: the request, the reply, and
 * the encryption of both on a queue. It knows no route and no connection.
 */
@NullMarked
package countersign.recordsource;

import org.jspecify.annotations.NullMarked;
