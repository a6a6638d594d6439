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

/** The status of every file; never contains taxpayer data. */
public interface FileStatuses {

  /**
   * Lists files, newest first.
   *
   * @param state only files in this state; null for all
   * @param max largest number of files
   */
  List<FileStatus> list(@Nullable FileState state, int max);

  /** The file with this id; empty if there is none. */
  Optional<FileStatus> byId(FileId id);

  /**
   * The exact number of requests of each file in each state. Only for people who may see evidence,
   * because the numbers reveal how many look-ups found something.
   */
  Map<FileId, Map<RequestState, Long>> exactCounts(Collection<FileId> files);

  /**
   * Version and hash of the rules that judged a file; empty if it was not judged, or not by rules.
   */
  Optional<String> ruleSet(FileId id);

  /** Id of the agreement that a file names; empty if it was not read that far. */
  Optional<String> agreement(FileId id);

  /**
   * The agreement's own conditions that objected to a request, each as the code and the condition's
   * id; empty if none did.
   */
  List<String> conditions(RequestKey key);

  /** Ids of the rules that were in force for a file; empty if rules did not judge it. */
  Optional<List<String>> rulesApplied(FileId id);

  /** The request with this key; empty if there is none. */
  Optional<RequestStatus> request(RequestKey key);

  /**
   * The requests of one file in the order of the file.
   *
   * @param from number of the first request, from 1
   * @param max largest number of requests
   */
  List<RequestStatus> requests(FileId file, int from, int max);

  /** Acknowledgements and responses to a file, acknowledgements first, oldest first. */
  List<Outgoing> outgoing(FileId file);

  /**
   * Waiting work that belongs to a file, by queue. Excludes cases that people are deciding and
   * responses that wait for a release, because their number would reveal what was found.
   */
  List<Waiting> waiting(FileId file);

  /**
   * Work of one file in one queue.
   *
   * @param queue the queue
   * @param waiting number of items that wait or are being processed
   * @param parked number of items that only a person can requeue
   */
  record Waiting(WorkQueue queue, long waiting, long parked) {}

  /** Number of files in each state; contains every state. */
  Map<FileState, Long> byState();
}
