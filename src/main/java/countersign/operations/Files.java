package countersign.operations;

import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every file and where it stands; never a taxpayer. */
public interface Files {

  /**
   * Files, the newest first.
   *
   * @param state only these; null: all
   * @param max how many at most
   */
  List<FileStatus> list(@Nullable FileState state, int max);

  /** One file, if there is one of that id. */
  Optional<FileStatus> byId(FileId id);

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

  /** How many files stand in each state; every state is there. */
  Map<FileState, Long> byState();
}
