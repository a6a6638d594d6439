package countersign.request;

/**
 * Names up to 500 taken requests of a file that are looked up together.
 *
 * @param file the file
 * @param number from 1
 */
public record SliceId(FileId file, int number) {
  /** Requests in a slice at most. */
  public static final int MAX_REQUESTS = 500;

  /** Checks the number. */
  public SliceId {
    if (number < 1) {
      throw new IllegalArgumentException("Slices are numbered from 1, not " + number);
    }
  }

  /**
   * Reads {@code fileId/number}.
   *
   * @throws IllegalArgumentException if it is not of that form
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
