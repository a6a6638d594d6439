package countersign.validation;

import countersign.request.ReasonCode;
import countersign.request.Request.Subject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
          "DNK");

  /** A Korean surname, but a placeholder with a dot or a slash, or beside another placeholder. */
  private static final String NA = "NA";

  /** A surname, but a placeholder beside itself. */
  private static final String TEST = "TEST";

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
            || (given.equals(NA) && family.equals(NA))
            || (given.equals(TEST) && family.equals(TEST))
            || isRepeated(given)
            || isRepeated(family)
            || (family.equals("DOE") && (given.equals("JOHN") || given.equals("JANE")));
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

  /** Whether the name is one placeholder several times: {@code Unknown Unknown}. */
  private static boolean isRepeated(String form) {
    int blank = form.indexOf(' ');
    return blank > 0
        && PLACEHOLDERS.contains(form.substring(0, blank))
        && form.substring(blank + 1).equals(form.substring(0, blank));
  }

  private static boolean isPlaceholder(String form, @Nullable String written) {
    return PLACEHOLDERS.contains(form) || (form.equals(NA) && isPunctuated(written));
  }

  /** Whether the name contains a dot or a slash, also in full width: {@code N.A.}, {@code /na}. */
  private static boolean isPunctuated(@Nullable String written) {
    return written != null
        && Normalizer.normalize(written, Normalizer.Form.NFKC)
            .chars()
            .anyMatch(c -> c == '.' || c == '/');
  }
}
