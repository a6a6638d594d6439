package countersign.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies one file of a partner: {@code {AGENCY}_{ENV}_{YYYYMMDD}_{NNNN}}, or {@code
 * UNNAMED_{yyyymmdd}_{first 16 hex of the sealed SHA-256}} if the file's name does not contain an
 * unused id.
 *
 * @param value the id as written, case-sensitive
 */
public record FileId(String value) implements Comparable<FileId> {
  /** The highest sequence number that an id can have. */
  public static final int LAST_SEQUENCE = 999_999_999;

  private static final Pattern NAMED =
      Pattern.compile("([A-Z0-9-]{2,20})_([TP])_([0-9]{8})_([0-9]{4,9})");
  private static final Pattern UNNAMED = Pattern.compile("UNNAMED_[0-9]{8}_[0-9a-f]{16}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /**
   * Checks the format.
   *
   * @throws IllegalArgumentException if {@code value} has neither the format of a file id nor that
   *     of an unnamed file
   */
  public FileId {
    if (!isFileId(value) && !UNNAMED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A file id has the form AGENCY_ENV_YYYYMMDD_NNNN or UNNAMED_yyyymmdd_hex16");
    }
  }

  /**
   * Reads a file id from the start of a file name.
   *
   * @param text text that may be a file id
   * @return empty if the text does not match the published pattern exactly
   */
  public static Optional<FileId> parse(String text) {
    return isFileId(text) ? Optional.of(new FileId(text)) : Optional.empty();
  }

  /**
   * Creates the id of a file whose name does not contain an unused id (F103, F104).
   *
   * @param receivedOn UTC date of the first pick-up
   * @param sealedSha256Hex SHA-256 of the file as received, 64 hexadecimal digits
   */
  public static FileId unnamed(LocalDate receivedOn, String sealedSha256Hex) {
    return new FileId("UNNAMED_" + DAY.format(receivedOn) + "_" + sealedSha256Hex.substring(0, 16));
  }

  /** Whether the id comes from the partner's file name; false for {@code UNNAMED_...}. */
  public boolean isNamed() {
    return !value.startsWith("UNNAMED_");
  }

  /**
   * Agency in the id.
   *
   * @throws IllegalStateException for an unnamed file
   */
  public String agency() {
    return part(1);
  }

  /**
   * Environment in the id.
   *
   * @throws IllegalStateException for an unnamed file
   */
  public Environment environment() {
    return Environment.valueOf(part(2));
  }

  /**
   * UTC date in the id.
   *
   * @throws IllegalStateException for an unnamed file
   */
  public LocalDate date() {
    return LocalDate.parse(part(3), DAY);
  }

  /**
   * Sequence number within the agency and environment, from 1 to 999,999,999.
   *
   * @throws IllegalStateException for an unnamed file
   */
  public int sequence() {
    return Integer.parseInt(part(4));
  }

  private String part(int group) {
    Matcher matcher = NAMED.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalStateException(value + " is not named by the partner and has no parts");
    }
    return matcher.group(group);
  }

  private static boolean isFileId(String text) {
    Matcher matcher = NAMED.matcher(text);
    if (!matcher.matches()
        || text.startsWith("UNNAMED_")
        || Integer.parseInt(matcher.group(4)) == 0) {
      return false;
    }
    try {
      LocalDate.parse(matcher.group(3), DAY);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  @Override
  public int compareTo(FileId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
