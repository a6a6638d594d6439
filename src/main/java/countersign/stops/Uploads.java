package countersign.stops;

/** The uploads of responses, which another package makes. */
public interface Uploads {

  /**
   * Whether an upload in the scope of a stop may be under way: one that was begun, is not known to
   * have ended, and whose time is not over.
   */
  boolean isUnderWay(Stop stop);
}
