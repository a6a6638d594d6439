package countersign.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies one file of a partner: {@code {AGENCY}_{ENV}_{YYYYMMDD}_{NNNN}} for a request file;
 * {@code {responseId}.dsp.{officerId}.{NNN}} for an officer's receipt or disposition; or {@code
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
  private static final Pattern RECEIPT =
      Pattern.compile(
          "(([A-Z0-9-]{2,20})_[TP]_[0-9]{8}_[0-9]{4,9}\\.rsp\\.[A-Z2-7]{8})\\.dsp\\.([A-Za-z0-9-]{1,64})\\.[0-9]{3}");
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
    if (!isFileId(value)
        && !RECEIPT.matcher(value).matches()
        && !UNNAMED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A file id has the form AGENCY_ENV_YYYYMMDD_NNNN, RESPONSE.dsp.OFFICER.NNN or UNNAMED_yyyymmdd_hex16");
    }
  }

  /**
   * What the id of a receipt or disposition says.
   *
   * @param response the response that it is about
   * @param officer the officer whose key signs it
   */
  public record OfReceipt(ResponseId response, String officer) {}

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
   * Reads the id of a receipt or disposition.
   *
   * @param text text that may be such an id
   * @return empty if the text does not match the published pattern exactly
   */
  public static Optional<FileId> receipt(String text) {
    Matcher matcher = RECEIPT.matcher(text);
    return matcher.matches()
            && isFileId(matcher.group(1).substring(0, matcher.group(1).indexOf('.')))
        ? Optional.of(new FileId(text))
        : Optional.empty();
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

  /** Whether it is the id of a request file; false for a receipt and for {@code UNNAMED_...}. */
  public boolean isNamed() {
    return isFileId(value);
  }

  /** Whether it is the id of a receipt or disposition. */
  public boolean isReceipt() {
    return RECEIPT.matcher(value).matches();
  }

  /** What the id of a receipt or disposition says; empty for any other file. */
  public Optional<OfReceipt> receipt() {
    Matcher matcher = RECEIPT.matcher(value);
    return matcher.matches()
        ? Optional.of(new OfReceipt(ResponseId.parse(matcher.group(1)), matcher.group(3)))
        : Optional.empty();
  }

  /**
   * Agency in the id.
   *
   * @throws IllegalStateException for an unnamed file
   */
  public String agency() {
    Matcher receipt = RECEIPT.matcher(value);
    return receipt.matches() ? receipt.group(2) : part(1);
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
