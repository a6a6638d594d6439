package countersign.authority;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * SFTP access of one agency.
 *
 * @param id name of its file in {@code config/partners}
 * @param agency agency that sends and receives files here
 * @param host host name of the SSH server
 * @param port 1 to 65535
 * @param user login name
 * @param privateKeyFile the gateway's login key
 * @param knownHostsFile file that pins the server's host key
 * @param requesters register ids of the officials whose files this partner may deliver
 * @param agencyKeys keys to which acknowledgements are encrypted; one, or two during a rotation
 * @param settings how files are exchanged with it
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
    List<PinnedKey> agencyKeys,
    PartnerSettings settings) {
  /** Makes immutable copies of the lists. */
  public Partner {
    requesters = List.copyOf(requesters);
    agencyKeys = List.copyOf(agencyKeys);
  }

  /** Whether a connection to this partner's server is the same as to another one's. */
  public boolean connectsLike(Partner other) {
    return host.equals(other.host)
        && port == other.port
        && user.equals(other.user)
        && privateKeyFile.equals(other.privateKeyFile)
        && knownHostsFile.equals(other.knownHostsFile)
        && Objects.equals(settings.passphrase(), other.settings.passphrase())
        && settings.folders().equals(other.settings.folders());
  }

  /** The agency's keys accepted on this day; if empty, no acknowledgement can be sealed. */
  public List<PinnedKey> agencyKeysOn(LocalDate day) {
    return PinnedKey.acceptedOn(agencyKeys, day);
  }
}
