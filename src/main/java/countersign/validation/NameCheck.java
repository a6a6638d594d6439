package countersign.validation;

import countersign.request.ReasonCode;
import countersign.request.Request.Subject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does a request name a person?
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
          "NO NAME",
          "NOT PROVIDED",
          "BABY BOY",
          "BABY GIRL");
  private static final Set<String> ABSENT = Set.of("NA", "N A", "NONE");

  private NameCheck() {}

  /**
   * R201 if given or family name has no letter; R221 if one is a placeholder; empty if both are
   * names.
   */
  public static Optional<ReasonCode> judge(@Nullable Subject subject) {
    if (subject == null
        || !Presence.hasLetter(subject.givenName())
        || !Presence.hasLetter(subject.surname())) {
      return Optional.of(ReasonCode.R201_NAME_MISSING);
    }
    String given = ComparingForm.of(subject.givenName());
    String family = ComparingForm.of(subject.surname());
    boolean placeholder =
        PLACEHOLDERS.contains(given)
            || PLACEHOLDERS.contains(family)
            || ABSENT.contains(given) && ABSENT.contains(family)
            || saysNotApplicable(subject.givenName(), given)
            || saysNotApplicable(subject.surname(), family)
            || family.equals("DOE") && (given.equals("JOHN") || given.equals("JANE"));
    return placeholder ? Optional.of(ReasonCode.R221_NAME_PLACEHOLDER) : Optional.empty();
  }

  /** {@code N/A} and {@code N.A.}; {@code Na} alone is a family name. */
  private static boolean saysNotApplicable(@Nullable String written, String form) {
    return written != null
        && ABSENT.contains(form)
        && (written.contains("/") || written.contains("."));
  }
}
