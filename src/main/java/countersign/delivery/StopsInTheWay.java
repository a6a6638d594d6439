package countersign.delivery;

import countersign.request.FileId;
import java.util.List;

/** Whether a stop forbids that something leaves; to be asked under the stops' lock. */
@FunctionalInterface
interface StopsInTheWay {

  /** Whether any stop in force, or being set, covers this. */
  boolean stand(Scope scope);

  /**
   * What would leave, computed from the request and never from a record.
   *
   * @param agreement id
   * @param agency who asked
   * @param file the file
   * @param officers to whom
   */
  record Scope(String agreement, String agency, FileId file, List<String> officers) {
    /** Copies the officers in. */
    public Scope {
      officers = List.copyOf(officers);
    }
  }
}
