package countersign.demo;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpHelper;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * Lists a folder as OpenSSH does: sends the type of every entry, also of pipes, sockets and
 * devices, of which the library knows nothing, and does not fail when an entry vanishes meanwhile.
 */
final class TypedEntries extends SftpSubsystem {
  private boolean lists;

  private TypedEntries(ChannelSession channel, SftpSubsystemConfigurator configurator) {
    super(channel, configurator);
  }

  @Override
  protected void writeAttrs(Buffer answer, Map<String, ?> attributes) {
    boolean other = Boolean.TRUE.equals(attributes.get("isOther"));
    if (other && attributes.get("mode") instanceof Integer mode) {
      SftpClient.Attributes typed = new SftpClient.Attributes();
      typed.setPermissions(mode);
      SftpHelper.writeAttributes(answer, typed, getVersion());
    } else {
      super.writeAttrs(answer, attributes);
    }
  }

  @Override
  protected int doReadDir(
      int id,
      String handle,
      DirectoryHandle directory,
      Buffer answer,
      int most,
      boolean followLinks)
      throws IOException {
    lists = true;
    try {
      return super.doReadDir(id, handle, directory, answer, most, followLinks);
    } finally {
      lists = false;
    }
  }

  /** An entry that vanished since its name was read is listed without attributes. */
  @Override
  protected NavigableMap<String, Object> resolveFileAttributes(
      Path file, int flags, boolean followLinks, LinkOption... options) throws IOException {
    try {
      return super.resolveFileAttributes(file, flags, followLinks, options);
    } catch (NoSuchFileException e) {
      if (lists) {
        return new TreeMap<>();
      }
      throw e;
    }
  }

  /** Creates a subsystem for each connection. */
  static final class Factory extends SftpSubsystemFactory {
    @Override
    public Command createSubsystem(ChannelSession channel) {
      return new TypedEntries(channel, this);
    }
  }
}
