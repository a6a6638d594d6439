package countersign.validation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first four characters of a surname. They confirm that a taxpayer number belongs to a name;
 * records are never searched by them. Pure.
 *
 * @see <a href="https://www.irs.gov/pub/irs-pdf/p4164.pdf">IRS Publication 4164, name controls</a>
 */
public final class NameControl {
  private static final int LENGTH = 4;
  private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV");

  private NameControl() {}

  /**
   * Computes the name control. Only the first part of a hyphenated name is used; blanks,
   * punctuation and a generational suffix are ignored: O'Neill is ONEI, De la Rosa DELA, Garcia
   * Morales GARC, Cedar-Hawthorn CEDA.
   *
   * @return one to four of A to Z and 0 to 9; empty if the name contains none of them
   */
  public static String of(@Nullable String surname) {
    String name = ComparingForm.of(surname == null ? "" : surname.split("[-‐-―]", 2)[0]);
    int last = name.lastIndexOf(' ');
    if (last > 0 && SUFFIXES.contains(name.substring(last + 1))) {
      name = name.substring(0, last);
    }
    String letters = name.replaceAll("[^A-Z0-9]", "");
    return letters.substring(0, Math.min(LENGTH, letters.length()));
  }
}
