package countersign.verification;

import countersign.verification.Finding.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the findings of one run: counts all, keeps the first ones. Not thread-safe. */
final class Findings {
  private static final int KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();

  /** The findings of one check about one table. */
  record Of(Findings all, String check, String table) {
    void missing(String id, String sentence) {
      all.add(new Finding(check, Fault.MISSING, table, id, sentence));
    }

    void extra(String id, String sentence) {
      all.add(new Finding(check, Fault.EXTRA, table, id, sentence));
    }

    void altered(String id, String sentence) {
      all.add(new Finding(check, Fault.ALTERED, table, id, sentence));
    }

    /** Adds a finding unless it holds. */
    void require(boolean holds, String id, String sentence) {
      if (!holds) {
        altered(id, sentence);
      }
    }
  }

  Of about(String check, String table) {
    return new Of(this, check, table);
  }

  private void add(Finding finding) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (kept.size() < KEPT) {
      kept.add(finding);
    }
  }

  /** Adds what another run has found. */
  void addAll(Findings later) {
    later.counts.forEach((kind, number) -> counts.merge(kind, number, Long::sum));
    later.kept.stream().limit(KEPT - kept.size()).forEach(kept::add);
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }

  Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
