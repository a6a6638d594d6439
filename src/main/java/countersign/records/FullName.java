package countersign.records;

import countersign.request.Request.Subject;
import countersign.validation.ComparingForm;
import countersign.validation.NameControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares a stated name with a held one: given name and surname always, middle name and suffix
 * only if stated. Names are normalised, but never guessed.
 *
 * @see <a href="../../../../../docs/rules.md">R44, R45</a>
 */
final class FullName {
  private FullName() {}

  static boolean agrees(Subject stated, FoundRecord.Name held) {
    return same(stated.givenName(), held.given())
        && same(stated.surname(), held.surname())
        && unlessStated(stated.middleName(), held.middle())
        && unlessStated(stated.suffix(), held.suffix());
  }

  static boolean agrees(Subject stated, List<FoundRecord> taxpayer) {
    return taxpayer.stream().anyMatch(row -> agrees(stated, row.name()));
  }

  /**
   * Whether the names are similar. Reviewers see this as a doubt; it is never sufficient for a
   * match.
   */
  static boolean resembles(Subject stated, List<FoundRecord> taxpayer) {
    return taxpayer.stream()
        .anyMatch(row -> NameControl.agrees(row.nameControl(), stated.surname()));
  }

  private static boolean unlessStated(@Nullable String stated, @Nullable String held) {
    return stated == null || ComparingForm.of(stated).isEmpty() || same(stated, held);
  }

  private static boolean same(@Nullable String stated, @Nullable String held) {
    if (stated == null || held == null) {
      return false;
    }
    String form = ComparingForm.of(stated);
    return !form.isEmpty() && form.equals(ComparingForm.of(held));
  }
}
