package countersign.screening;

import countersign.request.Request;

/**
 * Takes the requests of a file while they stream past. Several threads use it, each with a batch of
 * its own.
 */
public interface RequestSink {

  /** Begins a batch; one thread uses it. */
  Batch batch();

  /** Consecutive requests of a file, taken by one thread. */
  interface Batch {

    /**
     * Takes one request.
     *
     * @param number position in the file, from 1
     * @param malformed whether a text is too long or holds a control character
     */
    void add(int number, Request request, boolean malformed);

    /**
     * The batch as rows for PostgreSQL's COPY; empty if the sink keeps no rows. Nothing may be
     * added afterwards.
     */
    byte[] rows();
  }
}
