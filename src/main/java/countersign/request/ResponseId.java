package countersign.request;

import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a response: {@code fileId.rsp.XXXXXXXX}. Its end is random, so that it does not tell how
 * many responses there are.
 *
 * @param file the partner's file that it answers
 * @param random eight characters of A to Z and 2 to 7
 */
public record ResponseId(FileId file, String random) implements OutgoingId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int CHARACTERS = 8;
  private static final Pattern FORM = Pattern.compile("([^.]+)\\.rsp\\.([A-Z2-7]{8})");

  /** Checks the form. */
  public ResponseId {
    if (!FORM.matcher(file + ".rsp." + random).matches()) {
      throw new IllegalArgumentException("A response id ends in 8 characters of A-Z and 2-7");
    }
  }

  /** A new id of a response to that file. */
  public static ResponseId next(FileId file) {
    StringBuilder random = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      random.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new ResponseId(file, random.toString());
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static ResponseId parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A response id has the form fileId.rsp.XXXXXXXX");
    }
    return new ResponseId(new FileId(parts.group(1)), parts.group(2));
  }

  @Override
  public DocumentType kind() {
    return DocumentType.RESPONSE;
  }

  @Override
  public String fileName() {
    return this + ".ndjson.pgp";
  }

  @Override
  public String toString() {
    return file + ".rsp." + random;
  }
}
