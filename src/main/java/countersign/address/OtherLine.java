package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.ParsedAddress;
import countersign.postal.Institutions;
import countersign.postal.Lexicon;
import countersign.postal.LocatorDigits;
import countersign.postal.NameWords;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.Words;
import countersign.postal.unit.UnitForms;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the line without the delivery line adds to it, when two addresses are compared: units, and
 * words that are no addressee. Pure.
 */
final class OtherLine {
  private static final Lexicon LEXICON = new Lexicon(Set.of());

  private OtherLine() {}

  /**
   * The words that it adds.
   *
   * @param units receives a designator and an id for each unit
   * @param named receives each building and each number that may be the addressee's
   */
  static List<String> words(ParsedAddress parsed, List<String> units, List<String> named) {
    List<String> own = parsed.ownOther();
    if (own.isEmpty()) {
      return own;
    }
    boolean island = parsed.lines().state().equals("PR");
    List<String> rest;
    if (parsed.first() || island) {
      rest = new ArrayList<>(UnitForms.takeFirst(NameWords.standard(own), units));
      if (!island) {
        AddresseeParts.takePlaces(rest, units);
      }
      NamedParts.takeBehind(rest, units, named);
    } else {
      rest = AddresseeParts.take(own, units, named);
    }
    DeliveryLine line = parsed.line();
    boolean street = line != null && line.form() == DeliveryLine.Form.SUFFIX;
    if (street && units.isEmpty() && WordsAfterStreet.isLoneId(rest)) {
      units.add("APT " + UnitForms.withoutZeros(UnitForms.joined(rest.get(0))));
      return List.of();
    }
    return isAddressee(parsed, rest) ? List.of() : rest;
  }

  /**
   * Whether the other line names a person, a company, a building or nothing. Before the delivery
   * line that is any line with a name; an urbanization in Puerto Rico is part of the address.
   */
  private static boolean isAddressee(ParsedAddress parsed, List<String> rest) {
    return LEXICON.onlyLexicon(rest)
        || (parsed.first() && isNameBehindStreet(parsed, rest))
        || Institutions.isAddressee(parsed.ownOther())
        || (!parsed.first()
            && (!LocatorDigits.among(rest) || isNamed(rest))
            && !(parsed.lines().state().equals("PR") && Words.any(rest, PuertoRico::isWord)));
  }

  /** Whether a word of a name is beside the number: {@code Motel 6}, {@code Maria Lopez 3rd}. */
  private static boolean isNamed(List<String> rest) {
    return Words.any(
        rest,
        word ->
            word.length() > 2
                && !Digits.any(word)
                && !Publication28.isUnit(word)
                && !Publication28.isDirection(word));
  }

  /** Whether line 2 is a person or a company behind a street or a box that is complete. */
  private static boolean isNameBehindStreet(ParsedAddress parsed, List<String> rest) {
    DeliveryLine line = parsed.line();
    return line != null
        && (line.isPlace() || line.form() == DeliveryLine.Form.MILITARY)
        && Words.none(
            rest,
            word ->
                Digits.any(word)
                    || word.length() == 1
                    || Publication28.isUnit(word)
                    || Publication28.isDirection(word)
                    || PuertoRico.isWord(word));
  }
}
