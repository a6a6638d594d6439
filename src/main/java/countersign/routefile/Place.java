package countersign.routefile;

/**
 * A place in a route file.
 *
 * @param file relative to the directory of the routes
 * @param line from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
