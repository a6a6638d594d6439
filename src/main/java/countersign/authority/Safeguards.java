package countersign.authority;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency's safeguards status, 26 U.S.C. 6103(p)(4).
 *
 * @param agency whose
 * @param reportAccepted whether its safeguard report was accepted
 * @param reviewValidUntil last day on which the last review counts
 * @param findings open findings
 */
public record Safeguards(
    String agency, boolean reportAccepted, LocalDate reviewValidUntil, List<Finding> findings) {
  /** Copies the findings in. */
  public Safeguards {
    findings = List.copyOf(findings);
  }

  /**
   * An open finding.
   *
   * @param id of the finding
   * @param critical whether it blocks by itself
   * @param implementationDate of its corrective action plan; null: no plan with a date
   */
  public record Finding(String id, boolean critical, @Nullable LocalDate implementationDate) {}

  /**
   * Whether they are met on that day: report accepted, review in date, no critical finding, no
   * finding without a dated plan.
   */
  public boolean metOn(LocalDate day) {
    return reportAccepted
        && !day.isAfter(reviewValidUntil)
        && findings.stream()
            .noneMatch(finding -> finding.critical() || finding.implementationDate() == null);
  }
}
