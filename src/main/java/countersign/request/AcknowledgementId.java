package countersign.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an acknowledgement: {@code fileId.ack.NNN}.
 *
 * @param file the partner's file that it answers
 * @param number from 1; written with three digits or more
 */
public record AcknowledgementId(FileId file, int number) implements OutgoingId {
  private static final Pattern FORM = Pattern.compile("(.+)\\.ack\\.([0-9]{3,9})");

  /** Checks the number. */
  public AcknowledgementId {
    if (number < 1) {
      throw new IllegalArgumentException("Acknowledgements are numbered from 1, not " + number);
    }
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static AcknowledgementId parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("An acknowledgement id has the form fileId.ack.NNN");
    }
    return new AcknowledgementId(new FileId(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  @Override
  public DocumentType kind() {
    return DocumentType.ACKNOWLEDGEMENT;
  }

  @Override
  public String fileName() {
    return this + ".json.pgp";
  }

  @Override
  public String toString() {
    return "%s.ack.%03d".formatted(file, number);
  }
}
