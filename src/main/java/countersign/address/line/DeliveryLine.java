package countersign.address.line;

import java.util.ArrayList;
import java.util.List;

/**
 * The delivery line found in one line of an address. The screen judges it and the match compares
 * it.
 *
 * @param form its style
 * @param before words before the delivery line: units, and an addressee or a building
 * @param number the house number; empty for boxes, routes and Puerto Rico
 * @param street words of the street's name with its suffix; empty for boxes and routes
 * @param name the first words of {@code street}, which are its name without the suffix
 * @param box the box or route; null if there is none
 * @param after words after the street's suffix or the box, also units
 */
public record DeliveryLine(
    Form form,
    List<String> before,
    List<String> number,
    List<String> street,
    int name,
    List<String> box,
    List<String> after) {

  /** The styles of a delivery line. */
  public enum Form {
    /** Number, name and suffix. */
    SUFFIX,
    /** Number, a word such as HIGHWAY or CALLE, and a name, a letter or a number. */
    THOROUGHFARE,
    /** Number and name, with a directional beside it or a unit with its id behind it. */
    BESIDE,
    /** Number and a common street name without suffix, such as BROADWAY. */
    COMMON,
    /** Number, direction, number, direction. */
    GRID,
    /** A post office box. */
    BOX,
    /** A box at a rural or highway contract route. */
    RURAL,
    /** A military or diplomatic box. */
    MILITARY,
    /** A Puerto Rican line with a number. */
    PUERTO_RICO,
    /** Number and words, in no known form. */
    NONE
  }

  /** The line of a street. */
  public static DeliveryLine street(List<String> before, List<String> number, StreetName street) {
    return new DeliveryLine(
        street.form(), before, number, street.words(), street.name(), List.of(), street.after());
  }

  /** The line of a box or a route. */
  public static DeliveryLine box(
      Form form, List<String> before, List<String> box, List<String> after) {
    return new DeliveryLine(form, before, List.of(), List.of(), 0, box, after);
  }

  /** The same line, in no known form. */
  public DeliveryLine doubtful() {
    return in(Form.NONE);
  }

  /** The same line in another form. */
  public DeliveryLine in(Form other) {
    return new DeliveryLine(other, before, number, street, name, box, after);
  }

  /** Whether the line is a box or a route, or a street with its suffix. */
  public boolean isPlace() {
    return form == Form.SUFFIX || form == Form.BOX || form == Form.RURAL;
  }

  /** Whether the line has neither a house number nor a box: a doubtful Puerto Rican place. */
  public boolean isPlaceOnly() {
    return form == Form.NONE && number.isEmpty() && box.isEmpty();
  }

  /** Whether the street is a road that has a number or a letter as its name. */
  public boolean isNumberedRoad() {
    return form == Form.THOROUGHFARE && name < street.size();
  }

  /** Whether the street has a suffix, or is a road with its number. */
  public boolean isComplete() {
    return form == Form.SUFFIX || isNumberedRoad();
  }

  /** The words of the street's name without its suffix. */
  public List<String> nameWords() {
    return street.subList(0, name);
  }

  /** Words of the street's name and the words after it. */
  public List<String> streetAndAfter() {
    if (after.isEmpty()) {
      return street;
    }
    List<String> both = new ArrayList<>(street);
    both.addAll(after);
    return both;
  }
}
