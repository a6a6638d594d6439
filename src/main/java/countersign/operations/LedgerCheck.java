package countersign.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The check that compares the tables with the ledger. A port: its adapter reads both. */
public interface LedgerCheck {

  /**
   * A finished check.
   *
   * @param at when it ended
   * @param ledger the result for the ledger itself, as one sentence
   * @param findings number of all differences, including those of the ledger itself
   * @param lines the first differences, one line each, without personal data
   */
  record Checked(Instant at, String ledger, long findings, List<String> lines) {
    /** Copies the list. */
    public Checked {
      lines = List.copyOf(lines);
    }
  }

  /** The last result; empty if this process has not finished a check. */
  Optional<Checked> last();

  /** Whether a check runs in this process now. */
  boolean isRunning();

  /** Starts a check in the background; has no effect while one runs. */
  void start();
}
