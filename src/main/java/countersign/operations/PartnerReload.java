package countersign.operations;

import countersign.request.Actor;
import java.util.List;

/** Reads documents and routes of partners again while the gateway runs. A port. */
public interface PartnerReload {

  /**
   * What a reload would do.
   *
   * @param differences documents and routes that differ from what is in force, one sentence each
   * @param problems why nothing would come into force; empty if it would
   * @param warnings what else an operator should know
   * @param unstarted after a reload, the routes that did not begin, one sentence each
   */
  record Preview(
      List<String> differences,
      List<String> problems,
      List<String> warnings,
      List<String> unstarted) {
    /** Makes immutable copies of the lists. */
    public Preview {
      differences = List.copyOf(differences);
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
      unstarted = List.copyOf(unstarted);
    }

    /** The same with a problem. */
    public Preview refused(String problem) {
      return new Preview(differences, List.of(problem), warnings, unstarted);
    }

    /** The same with routes that did not begin. */
    public Preview with(List<String> notBegun) {
      return new Preview(differences, problems, warnings, notBegun);
    }
  }

  /** Reads and checks; changes nothing. */
  Preview preview();

  /**
   * Reads, checks, and puts into force what differs, if nothing is wrong. COMMITS.
   *
   * @param reason stored outside the ledger
   * @return what was put into force; with problems, nothing was changed
   */
  Preview reload(Actor actor, String reason);
}
