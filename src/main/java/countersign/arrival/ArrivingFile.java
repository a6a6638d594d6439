package countersign.arrival;

import java.io.InputStream;

/**
 * A file in a partner's inbox, about to be received. It travels as a message's body, because a name
 * may contain anything and must not be read as an expression.
 *
 * @param content the bytes in the inbox; the caller closes the stream
 * @param name the file's name there
 * @param listedBytes its size by the listing
 * @param partner the owner of the inbox
 */
public record ArrivingFile(InputStream content, String name, long listedBytes, String partner) {
  /** Leaves the name out, because it may contain personal data. */
  @Override
  public String toString() {
    return "a file of " + partner;
  }
}
