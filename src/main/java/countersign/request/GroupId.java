package countersign.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names requests of a file that share their officers and are answered together: {@code fileId/g1}.
 *
 * @param file the file
 * @param number from 1
 */
public record GroupId(FileId file, int number) {
  private static final Pattern FORM = Pattern.compile("([^/]+)/g([0-9]{1,9})");

  /** Checks the number. */
  public GroupId {
    if (number < 1) {
      throw new IllegalArgumentException("Groups are numbered from 1, not " + number);
    }
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static GroupId parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A group id has the form fileId/gN");
    }
    return new GroupId(new FileId(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  @Override
  public String toString() {
    return file + "/g" + number;
  }
}
