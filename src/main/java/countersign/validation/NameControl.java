package countersign.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name control of a surname, in the form of the IRS: the first four characters, of letters,
 * digits and the hyphen. It confirms that a taxpayer number belongs to a name; records are never
 * searched by it. Pure.
 *
 * @see <a href="https://www.irs.gov/pub/irs-pdf/p4164.pdf">IRS Publication 4164, name controls</a>
 */
public final class NameControl {
  private static final int LENGTH = 4;
  private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV");
  private static final String HYPHENS = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]";

  private NameControl() {}

  /**
   * Computes the name control. The hyphen counts as a character; blanks, other punctuation and a
   * generational suffix do not: El-Roy is EL-R, O'Neill ONEI, De la Rosa DELA, Garcia Morales GARC.
   *
   * @return one to four of A to Z, 0 to 9 and the hyphen, without trailing blanks; empty if the
   *     name contains no letter or digit
   */
  public static String of(@Nullable String surname) {
    return first(characters(surname));
  }

  /**
   * Whether a control that a source stores is one of the surname. The source may keep the hyphen or
   * leave it out (EL-R or ELRO), and may fill the control with blanks.
   *
   * @param control as the source stores it
   */
  public static boolean agrees(String control, @Nullable String surname) {
    String held = control.strip().toUpperCase(Locale.ROOT);
    String stated = characters(surname);
    return !held.isEmpty()
        && (held.equals(first(stated)) || held.equals(first(stated.replace("-", ""))));
  }

  private static String first(String characters) {
    return characters.substring(0, Math.min(LENGTH, characters.length()));
  }

  /** The characters of the surname that count; a hyphen only between others. */
  private static String characters(@Nullable String surname) {
    List<String> words = new ArrayList<>();
    for (String part : surname == null ? new String[0] : surname.split(HYPHENS, -1)) {
      words.add(ComparingForm.of(part));
    }
    int last = words.size() - 1;
    if (last >= 0) {
      words.set(last, withoutSuffix(words.get(last)));
    }
    return words.stream()
        .map(word -> word.replaceAll("[^A-Z0-9]", ""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("-"));
  }

  private static String withoutSuffix(String words) {
    int blank = words.lastIndexOf(' ');
    boolean suffix = blank > 0 && SUFFIXES.contains(words.substring(blank + 1));
    return suffix ? words.substring(0, blank) : words;
  }
}
