package countersign.request;

/**
 * Identifies a slice: up to 500 accepted requests of a file that are looked up together.
 *
 * @param file the file
 * @param number number of the slice in the file, from 1
 */
public record SliceId(FileId file, int number) {
  /** Maximum number of requests in a slice. */
  public static final int MAX_REQUESTS = 500;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if {@code number} is less than 1
   */
  public SliceId {
    if (number < 1) {
      throw new IllegalArgumentException("Slice numbers start at 1, not " + number);
    }
  }

  /**
   * Parses {@code fileId/number}.
   *
   * @throws IllegalArgumentException if the text does not have that format
   */
  public static SliceId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("A slice id has the form fileId/number");
    }
    return new SliceId(
        new FileId(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return file + "/" + number;
  }
}
