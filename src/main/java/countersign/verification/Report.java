package countersign.verification;

import countersign.ledger.VerificationResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of one run.
 *
 * @param ledger the result for the ledger itself
 * @param findings the first differences between the tables and the ledger, at most 1,000
 * @param counts the number of all differences of each kind
 */
public record Report(VerificationResult ledger, List<Finding> findings, Map<String, Long> counts) {
  /** The kind of a finding about the ledger itself, for counts and alarms. */
  public static final String LEDGER = "ledger ALTERED";

  /** Copies the collections and counts a fault of the ledger itself as one finding. */
  public Report {
    findings = List.copyOf(findings);
    Map<String, Long> all = new TreeMap<>(counts);
    if (!(ledger instanceof VerificationResult.Consistent)) {
      all.put(LEDGER, 1L);
    }
    counts = Map.copyOf(all);
  }

  /** Number of all findings. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** True if the ledger verifies and the tables agree with it. */
  public boolean isFine() {
    return counts.isEmpty();
  }

  /** The ledger's result, one line for each finding, and the sum. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(ledger.toString());
    findings.forEach(finding -> text.append('\n').append(finding));
    return text.append('\n')
        .append(
            isFine()
                ? "The tables agree with the ledger."
                : "%d findings. The runbook says what each one means.".formatted(count()))
        .toString();
  }
}
