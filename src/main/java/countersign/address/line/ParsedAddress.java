package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.LocatorDigits;
import countersign.postal.box.Box;
import countersign.postal.box.Boxes;
import countersign.postal.unit.SecondaryUnits;
import countersign.request.Request.Address;
import countersign.validation.ComparingForm;
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
 * @param other the line without the delivery line; empty if the delivery line is in both
 * @param ownOther the same without the request's own last line
 * @param ordinary whether every word is an ordinary one for its place, so that there is no doubt
 */
public record ParsedAddress(
    StatedLines lines,
    @Nullable DeliveryLine line,
    boolean first,
    List<String> other,
    List<String> ownOther,
    boolean ordinary) {
  /** An address that the whole parser has read. */
  ParsedAddress(
      StatedLines lines,
      @Nullable DeliveryLine line,
      boolean first,
      List<String> other,
      List<String> ownOther) {
    this(lines, line, first, other, ownOther, false);
  }

  private static final Set<String> FORCES = Set.of("AA", "AE", "AP");
  private static final Set<String> FORCES_CITIES = Set.of("APO", "FPO", "DPO");
  private static final Set<String> SHIPS = Set.of("USS", "USNS", "USCGC", "PCU");

  /** Reads an address; line 1 is searched first. */
  public static ParsedAddress of(Address address) {
    ParsedAddress ordinary = OrdinaryAddress.read(address);
    return ordinary == null ? whole(address) : ordinary;
  }

  /** Reads an address with the whole parser, however ordinary it is. */
  public static ParsedAddress whole(Address address) {
    StatedLines lines = StatedLines.of(address);
    DeliveryLine first = find(lines.first(), lines.ownFirst(), lines.state());
    if (first != null && !CompanyLine.is(first, lines)) {
      return new ParsedAddress(
          lines, withUnit(first, lines), true, lines.second(), lines.ownSecond());
    }
    DeliveryLine both = onBothLines(lines);
    if (both != null) {
      return new ParsedAddress(lines, both, true, List.of(), List.of());
    }
    DeliveryLine second = find(lines.second(), lines.ownSecond(), lines.state());
    if (second == null && lines.state().equals("PR")) {
      DeliveryLine place = IslandLine.find(lines.own()); // a housing project above its building
      if (place != null) {
        return new ParsedAddress(lines, place, true, List.of(), List.of());
      }
    }
    if (second == null && isShip(address, lines)) {
      return new ParsedAddress(lines, ship(lines), true, List.of(), List.of());
    }
    return new ParsedAddress(lines, second, false, lines.first(), lines.ownFirst());
  }

  /** The same address without the line that does not hold the delivery line. */
  public ParsedAddress withoutOther() {
    return new ParsedAddress(lines, line, first, List.of(), List.of());
  }

  /** Whether a number sign stands before a unit: {@code 12 Oak St # 4}. */
  public boolean isUnitSigned() {
    return ownOther.contains("#") || (line != null && line.after().contains("#"));
  }

  /** The same address with another reading of its delivery line. */
  public ParsedAddress with(DeliveryLine reading) {
    return new ParsedAddress(lines, reading, first, other, ownOther);
  }

  /**
   * The delivery line of line 1 in a known form, if only a unit on line 2 makes it one: {@code 719
   * Pine}, then {@code 2nd Floor}.
   */
  private static DeliveryLine withUnit(DeliveryLine first, StatedLines lines) {
    List<String> second = lines.ownSecond();
    boolean unit = !second.isEmpty() && SecondaryUnits.isUnit(second, 0);
    if (!unit || first.form() != Form.NONE || !first.after().isEmpty()) {
      return first;
    }
    DeliveryLine both = StreetLine.find(lines.own());
    return both != null && both.form() == Form.BESIDE && both.street().equals(first.street())
        ? first.in(Form.BESIDE)
        : first;
  }

  private static boolean isShip(Address address, StatedLines lines) {
    return FORCES.contains(lines.state())
        && FORCES_CITIES.contains(ComparingForm.of(address.city()))
        && lines.own().size() > 1
        && SHIPS.contains(lines.own().get(0));
  }

  /** A ship of the forces, which has no number or a hull number. */
  private static DeliveryLine ship(StatedLines lines) {
    return DeliveryLine.box(Form.MILITARY, List.of(), lines.own(), List.of());
  }

  /** A route or a unit on line 1 with its box on line 2. */
  private static @Nullable DeliveryLine onBothLines(StatedLines lines) {
    if (lines.ownFirst().isEmpty() || lines.ownSecond().isEmpty()) {
      return null;
    }
    List<String> own = lines.own();
    return Boxes.find(own)
        .filter(box -> box.start() < lines.ownFirst().size())
        .filter(box -> box.end() > lines.ownFirst().size())
        .map(box -> box(own, box))
        .orElse(null);
  }

  private static @Nullable DeliveryLine find(List<String> whole, List<String> own, String state) {
    DeliveryLine box = box(whole, own);
    if (box != null && !LocatorDigits.among(box.before())) {
      return box;
    }
    DeliveryLine street = StreetLine.find(own);
    if (street != null) {
      return street;
    }
    if (box != null) {
      return box;
    }
    return state.equals("PR") ? IslandLine.find(own) : null;
  }

  /** A box; its number may look like the request's own ZIP. */
  private static @Nullable DeliveryLine box(List<String> whole, List<String> own) {
    if (!Boxes.signed(whole)) {
      return null;
    }
    Optional<Box> inOwn = Boxes.find(own);
    List<String> line = inOwn.isPresent() ? own : whole;
    return (inOwn.isPresent() ? inOwn : Boxes.find(whole))
        .map(box -> line == own ? box(line, box) : box(line.subList(0, box.end()), box))
        .orElse(null);
  }

  private static DeliveryLine box(List<String> line, Box box) {
    Form form =
        switch (box.kind()) {
          case POST_OFFICE -> Form.BOX;
          case RURAL -> Form.RURAL;
          case MILITARY -> Form.MILITARY;
        };
    return DeliveryLine.box(
        form, line.subList(0, box.start()), box.words(), line.subList(box.end(), line.size()));
  }
}
