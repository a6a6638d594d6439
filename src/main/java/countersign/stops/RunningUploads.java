package countersign.stops;

/** Tells which uploads run now. Package {@code delivery} makes the uploads. */
public interface RunningUploads {

  /**
   * Whether an upload in the scope of a stop may be under way: one that was begun, is not known to
   * have ended, and whose time is not over.
   */
  boolean isUnderWay(Stop stop);
}
