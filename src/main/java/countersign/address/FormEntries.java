package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.NumberRanges;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * Entries of a form that are no address although they have a number and a road's word: an
 * instruction, an indefinite word, a measure, a rule or a paper. Pure.
 */
final class FormEntries {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> FIRST = LIST.words(11);
  private static final Set<String> FIELDS = LIST.words(13);
  private static final Set<String> PAPERS = LIST.words(14);
  private static final Set<String> MEASURES = LIST.words(15);
  private static final Set<String> WAYS = LIST.words(16);
  private static final Set<String> FORMS = LIST.words(17);
  private static final List<String> ALIEN = List.of("A");
  private static final int LONG = 8;
  private static final int MAX_PART = 6;
  private static final int MAX_STEP = 1_000;

  private FormEntries() {}

  /**
   * Whether the delivery line is probably an entry that names no street.
   *
   * @param state the stated state, upper case
   */
  static boolean is(DeliveryLine line, String state) {
    List<String> street = line.street();
    return endsWithJoint(line)
        || isInstruction(street)
        || NamelessStreets.is(line, state)
        || isMeasure(street)
        || isField(line.after())
        || isPaper(line.before(), line.number())
        || Words.any(line.number(), n -> FORMS.contains(n) || isPaperNumber(n));
  }

  /** Whether a word follows that is missing: {@code Avenue of}, {@code Hit the Road}. */
  private static boolean endsWithJoint(DeliveryLine line) {
    List<String> name = line.nameWords();
    String last = name.isEmpty() ? "" : name.get(name.size() - 1);
    return last.equals("OF")
        || (name.size() > 1 && last.equals("THE") && line.form() == Form.SUFFIX);
  }

  private static boolean isInstruction(List<String> street) {
    int first = 0;
    while (first + 1 < street.size() && Publication28.isDirection(street.get(first))) {
      first++;
    }
    return first < street.size() && FIRST.contains(street.get(first));
  }

  private static boolean isMeasure(List<String> street) {
    int last = street.size() - 1;
    return last > 0 && WAYS.contains(street.get(last)) && MEASURES.contains(street.get(last - 1));
  }

  private static boolean isField(List<String> after) {
    for (int i = 0; i < after.size(); i++) {
      boolean sign = i + 1 < after.size() && Digits.any(after.get(i + 1)); // Number 3
      if (FIELDS.contains(after.get(i)) && !sign) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaper(List<String> before, List<String> number) {
    return !before.isEmpty()
        && (PAPERS.contains(before.get(before.size() - 1)) || isAlien(before, number));
  }

  /** Whether the number is an alien's file: {@code A# 200400 Fort St}. */
  private static boolean isAlien(List<String> before, List<String> number) {
    return before.equals(ALIEN) && !number.isEmpty() && number.get(0).length() >= MAX_PART;
  }

  /** Whether the number has the length of a paper's: {@code 12-3456789}, {@code 1234-5678}. */
  private static boolean isPaperNumber(String number) {
    int hyphen = number.indexOf('-');
    if (hyphen <= 0 || !Digits.only(number.replace("-", ""))) {
      return false;
    }
    String first = number.substring(0, hyphen);
    String second = number.substring(hyphen + 1);
    if (!Digits.only(second) || number.length() <= LONG || second.length() < first.length()) {
      return false;
    }
    return second.length() > MAX_PART
        ? !NumberRanges.isLong(number)
        : first.length() <= MAX_PART && isFar(Integer.parseInt(first), Integer.parseInt(second));
  }

  private static boolean isFar(int first, int second) {
    return second < first || second > first + MAX_STEP;
  }
}
