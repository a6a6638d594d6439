package countersign.validation;

import countersign.request.ReasonCode;
import countersign.request.Request.Subject;
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
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "UNKNOWN",
          "UNK",
          "FNU",
          "LNU",
          "NFN",
          "NLN",
          "NA",
          "N A",
          "NONE",
          "NO NAME",
          "NOT PROVIDED",
          "BABY BOY",
          "BABY GIRL");

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
        PLACEHOLDERS.contains(given)
            || PLACEHOLDERS.contains(family)
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
}
