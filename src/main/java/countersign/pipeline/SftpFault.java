package countersign.pipeline;

import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a partner's server, told apart by what somebody on duty must do: wait, or ask
 * the partner. A server whose host key is not the pinned one is never spoken to.
 *
 * @see <a href="../../../../../docs/runbook.md">runbook, receive</a>
 */
enum SftpFault {
  /** It shows another host key than the pinned one: the partner changed it, or it is not theirs. */
  SFTP_HOST_KEY_CHANGED(
      "the server shows another host key than the pinned one, so nothing is read from it or uploaded to it. Compare fingerprints with the partner by telephone. If they changed the key, replace the line in the known-hosts file"),
  /** Nobody has pinned a host key for it. */
  SFTP_HOST_KEY_UNKNOWN(
      "no host key is pinned for the server, so nothing is read from it or uploaded to it. Get the fingerprint from the partner by telephone and write the key into the known-hosts file"),
  /** It does not accept our login key. */
  SFTP_LOGIN_REFUSED(
      "the server does not accept our login key. Ask the partner whether its public key is still installed"),
  /** It is away, or the line to it broke. */
  SFTP_DOWN("the server cannot be reached. Wait, or ask the partner");

  private final String means;

  SftpFault(String means) {
    this.means = means;
  }

  /** What it means and what now, for a log line: no more than the gateway's own words. */
  String means() {
    return means;
  }

  /**
   * The fault that a failed connection, poll or upload shows.
   *
   * @return empty if it has nothing to do with the partner's server
   */
  static Optional<SftpFault> of(Throwable thrown) {
    Optional<SftpFault> found = Optional.empty();
    for (Throwable link = thrown; link != null; link = next(link)) {
      if (link instanceof JSchChangedHostKeyException) {
        return Optional.of(SFTP_HOST_KEY_CHANGED);
      }
      if (link instanceof JSchHostKeyException) {
        return Optional.of(SFTP_HOST_KEY_UNKNOWN);
      }
      if (link instanceof JSchException && isLogin(link.getMessage())) {
        return Optional.of(SFTP_LOGIN_REFUSED);
      }
      if (link instanceof GenericFileOperationFailedException
          || link instanceof JSchException
          || link instanceof SftpException) {
        found = Optional.of(SFTP_DOWN);
      }
    }
    return found;
  }

  private static boolean isLogin(@Nullable String message) {
    return message != null && message.toLowerCase(Locale.ROOT).startsWith("auth ");
  }

  private static @Nullable Throwable next(Throwable link) {
    return link.getCause() == link ? null : link.getCause();
  }
}
