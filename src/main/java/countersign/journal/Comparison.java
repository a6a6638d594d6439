package countersign.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares every line of a journal with the database, some hundred at a time. Lines up to the one
 * that two people confirmed count as known. Not thread-safe; use one for each comparison.
 */
final class Comparison {
  private static final int AT_ONCE = 500;

  private final JdbcPast past;
  private final Set<String> taken;
  private final List<Difference.Unknown> unknown = new ArrayList<>();
  private final List<JdbcPast.Sent> waiting = new ArrayList<>();
  private @Nullable JournalLine last;

  private Comparison(JdbcPast past) {
    this.past = past;
    this.taken = past.taken();
  }

  /**
   * Compares a whole journal.
   *
   * @throws JournalFile.Damaged if a line is not one that the gateway wrote after the one before
   */
  static Difference of(JournalFile journal, JdbcPast past) throws IOException {
    Comparison comparison = new Comparison(past);
    journal.each(comparison::add);
    comparison.ask();
    return comparison.difference();
  }

  private void add(JournalLine line) {
    last = line;
    waiting.addAll(JdbcPast.sent(line));
    if (waiting.size() >= AT_ONCE) {
      ask();
    }
    if (!taken.isEmpty() && taken.contains(line.hash())) {
      waiting.clear();
      unknown.clear();
    }
  }

  private void ask() {
    Set<String> missing = past.unknown(waiting);
    waiting.stream()
        .filter(one -> missing.contains(one.id()))
        .forEach(one -> unknown.add(new Difference.Unknown(one.id(), one.at(), one.results())));
    waiting.clear();
  }

  private Difference difference() {
    JournalLine line = last;
    boolean known = line == null || taken.contains(line.hash()) || past.holds(line.ledger());
    return new Difference(line, known, past.newest(), unknown);
  }
}
