package countersign.validation;

import countersign.request.ReasonCode;
import countersign.request.Request.Subject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request states a person's name.
 *
 * @see <a href="../../../../../docs/rules.md">R22</a>
 */
public final class NameCheck {
  /** Names, in comparing form, that name no person. */
  static final Set<String> PLACEHOLDERS =
      Set.of(
          "UNKNOWN",
          "UNK",
          "FNU",
          "LNU",
          "NFN",
          "NLN",
          "N A",
          "NONE",
          "NO NAME",
          "NOT PROVIDED",
          "BABY BOY",
          "BABY GIRL",
          "NO SURNAME",
          "NO LAST NAME",
          "NO FIRST NAME",
          "NO GIVEN NAME",
          "NAME UNKNOWN",
          "LAST NAME UNKNOWN",
          "FIRST NAME UNKNOWN",
          "SURNAME UNKNOWN",
          "UNKNOWN NAME",
          "NOT GIVEN",
          "NOT KNOWN",
          "NOT STATED",
          "NOT AVAILABLE",
          "NONE NONE",
          "NONE GIVEN",
          "SIN NOMBRE",
          "SIN APELLIDO",
          "DESCONOCIDO",
          "DESCONOCIDA",
          "NINGUNO",
          "NINGUNA",
          "REFUSED",
          "DECLINED",
          "WITHHELD",
          "REDACTED",
          "UNDISCLOSED",
          "UNIDENTIFIED",
          "UNNAMED",
          "UNSPECIFIED",
          "UNAVAILABLE",
          "PENDING",
          "PLACEHOLDER",
          "ANONYMOUS",
          "TBD",
          "TBA",
          "TBC",
          "UNKN",
          "UNKW",
          "UNKWN",
          "UNKNW",
          "UKNWN",
          "UNKNOW",
          "UNKOWN",
          "UKNOWN",
          "UNKNWON",
          "UNKNOWM",
          "UNKNONW",
          "TEST TEST",
          "DNK",
          "FIRSTNAME",
          "LASTNAME",
          "FIRST NAME",
          "LAST NAME",
          "GIVEN NAME",
          "FAMILY NAME",
          "FULL NAME",
          "SURNAME",
          "APELLIDO",
          "FIRST LAST",
          "SEE FILE",
          "SEE ATTACHED",
          "SEE NOTES",
          "SEE ABOVE",
          "SEE BELOW",
          "SEE RECORD",
          "NO RECORD",
          "NO DATA",
          "NO INFO",
          "NO ONE",
          "NOT APPLICABLE",
          "SIN DATOS",
          "SIN APELLIDOS",
          "INFANT BOY",
          "INFANT GIRL",
          "INFANT MALE",
          "INFANT FEMALE",
          "MALE HISPANIC",
          "FEMALE HISPANIC",
          "ADULT MALE",
          "ADULT FEMALE",
          "MINOR CHILD",
          "SUBJECT ONE",
          "TEST PERSON",
          "TEST SUBJECT",
          "TEST USER",
          "TEST NAME",
          "SAMPLE NAME",
          "EXAMPLE NAME");

  /** Names, in comparing form, that name no person if both names are the same. */
  static final Set<String> TWICE =
      Set.of(
          "TEST", "ASDF", "ASDFG", "ASDFGH", "QWER", "QWERTY", "ZXCV", "ZXCVB", "HJKL", "JKL",
          "ABC", "ABCD", "XYZ", "FOO", "BAR", "BLAH", "NAME", "SAME", "BLANK", "NULL", "VOID",
          "SUBJECT", "PERSON", "X");

  /** First words of the placeholders that have several. */
  private static final Set<String> FIRST_WORDS =
      PLACEHOLDERS.stream()
          .filter(name -> name.indexOf(' ') > 0)
          .map(name -> name.substring(0, name.indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());

  /** A Korean surname, but a placeholder with a dot or a slash, or beside another placeholder. */
  private static final String NA = "NA";

  private static final int LONG = 3;

  private NameCheck() {}

  /**
   * Checks given name and surname.
   *
   * @return R201 if one of them has no letter; R221 if one is a placeholder; empty if both are
   *     names
   */
  public static List<ReasonCode> judge(@Nullable Subject subject) {
    if (subject == null) {
      return List.of(ReasonCode.R201_NAME_MISSING);
    }
    String given = ComparingForm.of(subject.givenName());
    String family = ComparingForm.of(subject.surname());
    boolean absent = !Presence.hasLetter(given) || !Presence.hasLetter(family);
    boolean placeholder =
        isPlaceholder(given, subject.givenName())
            || isPlaceholder(family, subject.surname())
            || isPair(given, family)
            || DisguisedText.in(subject.givenName())
            || DisguisedText.in(subject.surname());
    if (!absent && !placeholder) {
      return List.of();
    }
    List<ReasonCode> found = new ArrayList<>();
    if (absent) {
      found.add(ReasonCode.R201_NAME_MISSING);
    }
    if (placeholder) {
      found.add(ReasonCode.R221_NAME_PLACEHOLDER);
    }
    return found;
  }

  /** Whether both names together name no person: {@code No} and {@code Name}, in either order. */
  private static boolean isPair(String given, String family) {
    boolean same = given.equals(family) && (given.equals(NA) || TWICE.contains(given));
    boolean across =
        given.length() > 1
            && family.length() > 1
            && (isTogether(given, family) || isTogether(family, given));
    boolean doe = family.equals("DOE") && (given.equals("JOHN") || given.equals("JANE"));
    return same || across || doe;
  }

  /** Whether the two texts with a blank between them are a placeholder. */
  private static boolean isTogether(String one, String other) {
    int blank = one.indexOf(' ');
    String first = blank < 0 ? one : one.substring(0, blank);
    return FIRST_WORDS.contains(first) && PLACEHOLDERS.contains(one + " " + other);
  }

  /** Whether the name is X twice or more, or another letter three times: {@code Xxx}, not III. */
  private static boolean isOneLetter(String form) {
    char first = form.isEmpty() ? ' ' : form.charAt(0);
    return first >= 'A'
        && first <= 'Z'
        && first != 'I'
        && form.length() >= (first == 'X' ? 2 : LONG)
        && form.chars().allMatch(c -> c == first);
  }

  /** Whether the name is one placeholder several times: {@code Unknown Unknown}. */
  private static boolean isRepeated(String form) {
    int blank = form.indexOf(' ');
    return blank > 0
        && PLACEHOLDERS.contains(form.substring(0, blank))
        && form.substring(blank + 1).equals(form.substring(0, blank));
  }

  private static boolean isPlaceholder(String form, @Nullable String written) {
    return PLACEHOLDERS.contains(form)
        || isRepeated(form)
        || isOneLetter(form)
        || (form.equals(NA) && isPunctuated(written));
  }

  /** Whether the name contains a dot or a slash, also in full width: {@code N.A.}, {@code /na}. */
  private static boolean isPunctuated(@Nullable String written) {
    return written != null
        && Normalizer.normalize(written, Normalizer.Form.NFKC)
            .chars()
            .anyMatch(c -> c == '.' || c == '/');
  }
}
