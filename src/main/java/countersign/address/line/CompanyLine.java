package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Lexicon;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.postal.remark.Remarks;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Set;

/**
 * A company or a Puerto Rican place with a number in its name on line 1, before a complete line 2:
 * {@code 24 Hour Fitness}, {@code 84 Lumber}. Pure.
 */
final class CompanyLine {
  private static final Lexicon LEXICON = new Lexicon(Set.of());
  private static final Set<String> LAST = WordList.read("street-names.txt").words(9);

  private CompanyLine() {}

  /** Whether line 1, which reads like a delivery line, stands before the delivery line. */
  static boolean is(DeliveryLine first, StatedLines lines) {
    return isCompany(first, lines) || isPlace(first, lines);
  }

  /** Whether line 1 is a company. A remark and a placeholder are none. */
  private static boolean isCompany(DeliveryLine first, StatedLines lines) {
    List<String> name = first.streetAndAfter();
    boolean bare = first.form() == Form.NONE || first.form() == Form.BESIDE;
    if (!bare || !isName(first) || Remarks.isName(name, true)) {
      return false;
    }
    DeliveryLine second = StreetLine.find(lines.ownSecond());
    return second != null
        && second.isComplete()
        && Words.none(name, word -> Presence.hasLetter(word) && LEXICON.isLexicon(word));
  }

  /** Whether the name has several words, a number beside it or a company's last word. */
  private static boolean isName(DeliveryLine first) {
    List<String> street = first.street();
    if (first.form() == Form.BESIDE) {
      boolean digits = !Presence.hasLetter(first.number().get(0)); // Five Guys #12
      return first.after().contains("#")
          && (!digits || isCompanyWord(street.get(street.size() - 1)));
    }
    return first.streetAndAfter().size() > 1
        || (!street.isEmpty() && isCompanyWord(street.get(street.size() - 1)));
  }

  private static boolean isCompanyWord(String word) {
    return LAST.contains(word) && !Digits.any(word);
  }

  /** Whether line 1 is a Puerto Rican place before the house number and street of line 2. */
  private static boolean isPlace(DeliveryLine first, StatedLines lines) {
    if (first.form() != Form.PUERTO_RICO) {
      return false;
    }
    DeliveryLine second = StreetLine.find(lines.ownSecond());
    return second != null && second.form() != Form.NONE && second.form() != Form.BESIDE;
  }
}
