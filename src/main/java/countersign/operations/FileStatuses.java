package countersign.operations;

import countersign.lifecycle.WorkQueue;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every file and where it stands; never a taxpayer. */
public interface FileStatuses {

  /**
   * Files, the newest first.
   *
   * @param state only these; null: all
   * @param max how many at most
   */
  List<FileStatus> list(@Nullable FileState state, int max);

  /** One file, if there is one of that id. */
  Optional<FileStatus> byId(FileId id);

  /**
   * How many requests of each file stand in which state, exactly: only for those who may see
   * evidence, because it tells how many were found.
   */
  Map<FileId, Map<RequestState, Long>> exactCounts(Collection<FileId> files);

  /** Version and hash of the rules that judged a file; empty: not judged, or not by rules. */
  Optional<String> ruleSet(FileId id);

  /** Id of the agreement that a file names; empty if it was not read that far. */
  Optional<String> agreement(FileId id);

  /**
   * Which conditions that the agreement adds objected to a request, each as the code and the
   * condition's id; empty if none did.
   */
  List<String> conditions(RequestKey key);

  /** Ids of the rules that were in force for a file; empty: rules did not judge it. */
  Optional<List<String>> rulesApplied(FileId id);

  /** One request, if there is one of that key. */
  Optional<RequestStatus> request(RequestKey key);

  /**
   * The requests of one file in the order of the file.
   *
   * @param from number of the first, from 1
   * @param max how many at most
   */
  List<RequestStatus> requests(FileId file, int from, int max);

  /** What went out for a file, acknowledgements first, oldest first. */
  List<Outgoing> outgoing(FileId file);

  /**
   * Work that waits for a file's sake, by stage; what people have before them and what waits for a
   * release is left out, because it would tell what was found.
   */
  List<Waiting> waiting(FileId file);

  /**
   * Work of one file in one stage.
   *
   * @param stage which
   * @param waiting how much waits or is being worked on
   * @param parked how much only a person can set going again
   */
  record Waiting(WorkQueue stage, long waiting, long parked) {}

  /** How many files stand in each state; every state is there. */
  Map<FileState, Long> byState();
}
