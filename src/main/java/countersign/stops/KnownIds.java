package countersign.stops;

import java.util.List;

/** The ids in the files that were received, which another package keeps. */
public interface KnownIds {

  /** The newest files, newest first. */
  List<String> files(int most);

  /** Whether there is a file with this id. */
  boolean isFile(String id);

  /** Every agency that has sent a file. */
  List<String> agencies();

  /** Every officer for whom a request was taken. */
  List<String> officers();
}
