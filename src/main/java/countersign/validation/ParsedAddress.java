package countersign.validation;

import countersign.request.Request.Address;
import countersign.validation.BoxAddresses.Box;
import countersign.validation.DeliveryLine.Form;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address as words, with the delivery line that was found in it. Screen and match read an
 * address with this one function, so that both see the same delivery line. Immutable.
 *
 * @param lines the two lines as words
 * @param line the delivery line; null if there is none
 * @param first whether the delivery line is in line 1
 */
record ParsedAddress(StatedLines lines, @Nullable DeliveryLine line, boolean first) {
  private static final Set<String> PUERTO_RICO =
      Set.of(
          "URB", "COND", "BO", "CALLE", "RES", "EXT", "AVE", "CARR", "BDA", "PARC", "REPTO", "SECT",
          "EDIF", "JARD", "VILLA");

  /** Reads an address; line 1 is searched first. */
  static ParsedAddress of(Address address) {
    StatedLines lines = StatedLines.of(address);
    DeliveryLine first = find(lines.first(), lines.ownFirst(), lines.state());
    if (first != null) {
      return new ParsedAddress(lines, first, true);
    }
    return new ParsedAddress(lines, find(lines.second(), lines.ownSecond(), lines.state()), false);
  }

  /** The line without the delivery line, with the request's own last line. */
  List<String> other() {
    return first ? lines.second() : lines.first();
  }

  /** The line without the delivery line, without the request's own last line. */
  List<String> ownOther() {
    return first ? lines.ownSecond() : lines.ownFirst();
  }

  /** Whether the word is one of those with which Puerto Rican lines are written. */
  static boolean isPuertoRican(String word) {
    return PUERTO_RICO.contains(Publication28.abbreviate(word));
  }

  private static @Nullable DeliveryLine find(List<String> whole, List<String> own, String state) {
    DeliveryLine box = box(whole, own);
    if (box != null && !DeliveryLine.hasNumber(box.before())) {
      return box;
    }
    DeliveryLine street = StreetLine.find(own);
    if (street != null) {
      return street;
    }
    if (box != null) {
      return box;
    }
    return state.equals("PR") ? puertoRico(own) : null;
  }

  /** A box; its number may look like the request's own ZIP. */
  private static @Nullable DeliveryLine box(List<String> whole, List<String> own) {
    Optional<Box> inOwn = BoxAddresses.find(own);
    List<String> line = inOwn.isPresent() ? own : whole;
    return (inOwn.isPresent() ? inOwn : BoxAddresses.find(whole))
        .map(
            box ->
                DeliveryLine.box(
                    box.form(),
                    line.subList(0, box.start()),
                    box.words(),
                    line == own ? line.subList(box.end(), line.size()) : List.of()))
        .orElse(null);
  }

  private static @Nullable DeliveryLine puertoRico(List<String> own) {
    for (int i = 0; i < own.size(); i++) {
      if (isPuertoRican(own.get(i)) && DeliveryLine.hasNumber(own)) {
        return DeliveryLine.box(
            Form.PUERTO_RICO, own.subList(0, i), List.of(), own.subList(i, own.size()));
      }
    }
    return null;
  }
}
