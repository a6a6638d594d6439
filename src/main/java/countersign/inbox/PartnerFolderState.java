package countersign.inbox;

import com.jcraft.jsch.SftpException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The four folders on a partner's server, as a poll found them. A missing folder is found before a
 * file needs it.
 *
 * @param found owner and permissions of each folder; empty if it is missing
 */
record PartnerFolderState(Map<String, Optional<String>> found) {
  private static final List<String> FOLDERS = List.of("archive", "inbox", "outbox", "rejected");

  static PartnerFolderState of(PartnerFolders folders) throws SftpException {
    Map<String, Optional<String>> found = new TreeMap<>();
    for (String folder : FOLDERS) {
      found.put(folder, folders.permissions(folder));
    }
    return new PartnerFolderState(found);
  }

  boolean isMissing(String folder) {
    return found.get(folder).isEmpty();
  }

  /** Names of the missing folders, sorted. */
  List<String> missing() {
    return FOLDERS.stream().filter(this::isMissing).toList();
  }

  /** Owners and permissions of all folders, as one text to compare. */
  String permissions() {
    return found.toString();
  }
}
