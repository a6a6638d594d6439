package countersign.postal.box;

import java.util.List;

/**
 * A box in a line.
 *
 * @param kind post office, rural or military
 * @param start index of its first word
 * @param end index after its number
 * @param words one spelling of the box: {@code PO BOX 12}, {@code RR 2 BOX 5}
 */
public record Box(Kind kind, int start, int end, List<String> words) {

  /** Who delivers to a box. */
  public enum Kind {
    /** A post office. */
    POST_OFFICE,
    /** A rural or highway contract route. */
    RURAL,
    /** A military or diplomatic post office. */
    MILITARY
  }
}
