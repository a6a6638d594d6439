package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.authority.FolderNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The four folders on a partner's server, as a poll found them. A missing folder is found before a
 * file needs it.
 *
 * @param found owner and permissions of each folder by its role; empty if it is missing
 * @param names their names on the server
 */
record PartnerFolderState(Map<String, Optional<String>> found, FolderNames names) {
  private static final List<String> FOLDERS = List.of("archive", "inbox", "outbox", "rejected");

  static PartnerFolderState of(PartnerFolders folders) throws SftpException {
    Map<String, Optional<String>> found = new TreeMap<>();
    for (String folder : FOLDERS) {
      found.put(folder, folders.permissions(folder));
    }
    return new PartnerFolderState(found, folders.names());
  }

  boolean isMissing(String folder) {
    return found.get(folder).isEmpty();
  }

  /** Names of the missing folders, sorted. */
  List<String> missing() {
    return FOLDERS.stream().filter(this::isMissing).map(names::of).sorted().toList();
  }

  /** Owners and permissions of all folders, as one text to compare. */
  String permissions() {
    return found.toString();
  }
}
