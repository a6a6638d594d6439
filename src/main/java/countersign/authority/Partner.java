package countersign.authority;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * One agency's SFTP edge.
 *
 * @param id name of its file in {@code config/partners}
 * @param agency the agency whose files it carries
 * @param host SSH server
 * @param port 1 to 65535
 * @param user login
 * @param privateKeyFile our login key
 * @param knownHostsFile pins the server's host key
 * @param requesters register ids of the officials whose files may come over this edge
 * @param agencyKeys where acknowledgements are encrypted to; one, or two during a rotation
 */
public record Partner(
    String id,
    String agency,
    String host,
    int port,
    String user,
    Path privateKeyFile,
    Path knownHostsFile,
    List<String> requesters,
    List<PinnedKey> agencyKeys) {
  /** Copies the lists in. */
  public Partner {
    requesters = List.copyOf(requesters);
    agencyKeys = List.copyOf(agencyKeys);
  }

  /** The agency's keys accepted on that day; empty: no acknowledgement can be sealed. */
  public List<PinnedKey> agencyKeysOn(LocalDate day) {
    return PinnedKey.acceptedOn(agencyKeys, day);
  }
}
