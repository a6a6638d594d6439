package countersign.demo;

import java.util.Map;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpHelper;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * Sends the type of every entry, also of pipes, sockets and devices, as OpenSSH does: the library
 * knows files, directories and links only.
 */
final class TypedEntries extends SftpSubsystem {
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

  /** Creates a subsystem for each connection. */
  static final class Factory extends SftpSubsystemFactory {
    @Override
    public Command createSubsystem(ChannelSession channel) {
      return new TypedEntries(channel, this);
    }
  }
}
