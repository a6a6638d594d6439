package countersign.screening;

import countersign.request.Request;
import java.util.List;
import java.util.Set;

/**
 * Receives the requests of a file while the file is read. Thread-safe, but each thread uses its own
 * batch.
 */
public interface RequestSink {

  /** Creates a batch for one thread. */
  Batch batch();

  /** Receives consecutive requests of a file; not thread-safe. */
  interface Batch {

    /**
     * Adds one request.
     *
     * @param number position in the file, from 1
     * @param malformed names, in the schema, of fields whose value is too long, too many, or
     *     contains a character that no text may contain
     */
    void add(int number, Request request, Set<String> malformed);

    /**
     * The batch as rows for PostgreSQL's COPY, one block for each table; empty if the sink stores
     * no rows. No request may be added afterwards.
     */
    List<byte[]> rows();
  }
}
