package countersign.inbox;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Failures of a partner's server, distinguished by what the operator must do: wait, or ask the
 * partner. The gateway never talks to a server whose host key is not the pinned one.
 *
 * @see <a href="../../../../../docs/runbook.md">runbook, receive</a>
 */
enum SftpFault {
  /**
   * The server presents another host key than the pinned one: the partner changed the key, or it is
   * not the partner's server.
   */
  SFTP_HOST_KEY_CHANGED(
      "the server shows another host key than the pinned one, so nothing is read from it or uploaded to it. Compare fingerprints with the partner by telephone. If they changed the key, replace the line in the known-hosts file"),
  /** No host key is pinned for the server. */
  SFTP_HOST_KEY_UNKNOWN(
      "no host key is pinned for the server, so nothing is read from it or uploaded to it. Get the fingerprint from the partner by telephone and write the key into the known-hosts file"),
  /** The server does not accept the gateway's login key. */
  SFTP_LOGIN_REFUSED(
      "the server does not accept our login key. Ask the partner whether its public key is still installed"),
  /** The server answers, but one of the four folders is not there. */
  SFTP_FOLDER_MISSING(
      "the server answers, but a folder is missing. Files that need it wait. Ask the partner to create it again"),
  /** The server answers, but does not let the gateway's account use a folder. */
  SFTP_FOLDER_CLOSED(
      "the server answers, but does not let our account use a folder. Ask the partner to correct its permissions"),
  /** The server answers, but the file system of a folder has no space or no entry left. */
  SFTP_FOLDER_FULL(
      "the server answers, but the disk of the folder is full. Ask the partner to make room"),
  /** The server answers, but the file system of a folder is mounted read-only. */
  SFTP_FOLDER_READ_ONLY(
      "the server answers, but the disk of the folder is read-only. Ask the partner to make it writable"),
  /** The server answers, but fails at an operation without a reason. */
  SFTP_REFUSED(
      "the server answers but refused the operation, and does not say why. Ask the partner"),
  /** The server is unreachable, or the connection broke. */
  SFTP_DOWN("the server cannot be reached. Wait, or ask the partner");

  private final String means;

  SftpFault(String means) {
    this.means = means;
  }

  /** Meaning of the fault and what to do, for a log line; contains only fixed text. */
  String means() {
    return means;
  }

  /**
   * The fault behind a failed connection, poll or upload.
   *
   * @return empty if the failure has nothing to do with the partner's server
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
      if (link instanceof SftpException refused) {
        return Optional.of(of(refused));
      }
      if (link instanceof GenericFileOperationFailedException || link instanceof JSchException) {
        found = Optional.of(SFTP_DOWN);
      }
    }
    return found;
  }

  private static SftpFault of(SftpException refused) {
    if (refused.getCause() != null) {
      return SFTP_DOWN; // no answer of the server: the connection broke
    }
    return switch (refused.id) {
      case ChannelSftp.SSH_FX_NO_SUCH_FILE -> SFTP_FOLDER_MISSING;
      case ChannelSftp.SSH_FX_PERMISSION_DENIED -> SFTP_FOLDER_CLOSED;
      case ChannelSftp.SSH_FX_NO_CONNECTION, ChannelSftp.SSH_FX_CONNECTION_LOST -> SFTP_DOWN;
      default -> SFTP_REFUSED;
    };
  }

  /** The fault, when the server answers and has the folder: then no folder is missing. */
  SftpFault withFolder() {
    return this == SFTP_FOLDER_MISSING ? SFTP_REFUSED : this;
  }

  /** The refusal of a server that answers, from its name; empty for any other cause. */
  static Optional<SftpFault> refusal(@Nullable String cause) {
    return Stream.of(SFTP_FOLDER_CLOSED, SFTP_FOLDER_FULL, SFTP_FOLDER_READ_ONLY, SFTP_REFUSED)
        .filter(fault -> fault.name().equals(cause))
        .findFirst();
  }

  private static boolean isLogin(@Nullable String message) {
    return message != null && message.toLowerCase(Locale.ROOT).startsWith("auth ");
  }

  private static @Nullable Throwable next(Throwable link) {
    return link.getCause() == link ? null : link.getCause();
  }
}
