package countersign.authority;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency's safeguards status, 26 U.S.C. 6103(p)(4).
 *
 * @param agency the agency
 * @param reportAccepted true if its safeguard report was accepted
 * @param reviewValidUntil last day on which the last review counts
 * @param findings open findings
 */
public record Safeguards(
    String agency, boolean reportAccepted, LocalDate reviewValidUntil, List<Finding> findings) {
  /** Makes an immutable copy of the findings. */
  public Safeguards {
    findings = List.copyOf(findings);
  }

  /**
   * An open finding.
   *
   * @param id id of the finding
   * @param critical true if it blocks disclosure by itself
   * @param implementationDate date in its corrective action plan; null if there is no plan with a
   *     date
   */
  public record Finding(String id, boolean critical, @Nullable LocalDate implementationDate) {}

  /**
   * True if the safeguards are met on this day: report accepted, review still valid, no critical
   * finding, no finding without a dated plan.
   */
  public boolean metOn(LocalDate day) {
    return reportAccepted
        && !day.isAfter(reviewValidUntil)
        && findings.stream()
            .noneMatch(finding -> finding.critical() || finding.implementationDate() == null);
  }
}
