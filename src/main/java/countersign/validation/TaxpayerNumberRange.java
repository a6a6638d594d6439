package countersign.validation;

/**
 * Kinds of nine-digit taxpayer numbers. The synthetic range overlaps with no other, so a test
 * identity can never be a real person.
 *
 * @see <a href="../../../../../docs/rules.md">R17 and R42</a>
 */
public enum TaxpayerNumberRange {
  /** Social security number: area not 000, 666 or 900-999, group not 00, serial not 0000. */
  SSN,
  /**
   * Individual taxpayer identification number: 9xx, 4th and 5th digit 50-65, 70-88, 90-92, 94-99.
   */
  ITIN,
  /** Adoption taxpayer identification number: 9xx-93. */
  ATIN,
  /** Internal Revenue Service number: 9xx with 01-10, 17-19, 28-29, 37-39. */
  IRSN,
  /** Synthetic number for tests: 9xx with 40-49, 66-69, 89. */
  SYNTHETIC,
  /** Nine digits in none of the ranges above. */
  INVALID,
  /** Text other than nine ASCII digits. */
  MALFORMED;

  /** Classifies a number after trimming. */
  public static TaxpayerNumberRange of(String written) {
    String digits = written.strip();
    if (digits.length() != 9 || !Digits.only(digits)) {
      return MALFORMED;
    }
    int area = Integer.parseInt(digits.substring(0, 3));
    int group = Integer.parseInt(digits.substring(3, 5));
    if (area >= 900) {
      return ninehundred(group);
    }
    boolean valid = area != 0 && area != 666 && group != 0 && !digits.endsWith("0000");
    return valid ? SSN : INVALID;
  }

  private static TaxpayerNumberRange ninehundred(int group) {
    if (between(group, 40, 49) || between(group, 66, 69) || group == 89) {
      return SYNTHETIC;
    }
    if (group == 93) {
      return ATIN;
    }
    if (between(group, 50, 65) || between(group, 70, 88) || between(group, 90, 99)) {
      return ITIN;
    }
    boolean internal =
        between(group, 1, 10)
            || between(group, 17, 19)
            || between(group, 28, 29)
            || between(group, 37, 39);
    return internal ? IRSN : INVALID;
  }

  private static boolean between(int value, int from, int to) {
    return value >= from && value <= to;
  }
}
