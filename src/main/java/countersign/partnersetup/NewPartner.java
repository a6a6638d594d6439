package countersign.partnersetup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner to be connected.
 *
 * @param id id of the partner and of its agreement
 * @param agency as at the beginning of the names of its files
 * @param contact function to call there; null if none is named
 * @param officials who may send requests there
 * @param officers who may receive answers
 */
record NewPartner(
    String id,
    String agency,
    Server server,
    @Nullable String contact,
    List<Member> officials,
    List<Member> officers) {

  /** Copies the lists. */
  NewPartner {
    officials = List.copyOf(officials);
    officers = List.copyOf(officers);
  }

  /**
   * Its SFTP server.
   *
   * @param privateKey the gateway's login key, as written in the document
   * @param knownHosts file with the pinned host key, as written in the document
   */
  record Server(String host, int port, String user, String privateKey, String knownHosts) {

    /** The name of the server in a known-hosts file. */
    String pinnedName() {
      return port == 22 ? host : "[%s]:%d".formatted(host, port);
    }
  }

  /**
   * One of its people.
   *
   * @param post title of an official, office of an officer
   */
  record Member(String id, String post, String name) {}
}
