package countersign.inbox;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpStatVFS;
import countersign.authority.FolderNames;
import countersign.crypto.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folders on a partner's server, over one connection. Only {@code inbox/} is ever listed; of
 * the other folders, which grow without limit, single names are asked. Names are bytes, one
 * character a byte, and are never read as patterns. A folder is named by its role. For one thread.
 */
final class PartnerFolders implements AutoCloseable {
  private static final String INBOX = "inbox";
  private static final int BLOCK_BYTES = 32 * 1024;

  /** Bit of the mount flags in OpenSSH's extension {@code statvfs@openssh.com}. */
  private static final long READ_ONLY = 1;

  /** Attempts at a listing that some servers end when an entry vanishes meanwhile. */
  private static final int LISTINGS = 5;

  private final Session session;
  private final ChannelSftp sftp;
  private final FolderNames names;

  private PartnerFolders(Session session, ChannelSftp sftp, FolderNames names) {
    this.session = session;
    this.sftp = sftp;
    this.names = names;
  }

  /**
   * Signs in.
   *
   * @param session a session that is not connected yet
   * @param names names of the folders on that server
   */
  static PartnerFolders open(Session session, FolderNames names, int timeoutMillis)
      throws JSchException {
    try {
      session.setDaemonThread(true);
      session.connect(timeoutMillis);
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(timeoutMillis);
      String home = sftp.getHome();
      sftp.setFilenameEncoding(StandardCharsets.ISO_8859_1);
      sftp.cd(literal(bytesOf(home)));
      return new PartnerFolders(session, sftp, names);
    } catch (JSchException e) {
      session.disconnect();
      throw e;
    } catch (SftpException e) {
      session.disconnect();
      throw new JSchException("The login folder cannot be used", e);
    }
  }

  /** A text in the form that names have here: one character for each byte of its UTF-8. */
  static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  FolderNames names() {
    return names;
  }

  boolean isConnected() {
    return session.isConnected() && sftp.isConnected();
  }

  /**
   * The entries of the inbox.
   *
   * @throws SftpException if the server cannot be asked, or there is no inbox
   */
  InboxListing inbox() throws SftpException {
    List<InboxEntry> entries = new ArrayList<>();
    for (int attempt = 0; attempt < LISTINGS; attempt++) {
      entries.clear();
      try {
        list(entries);
        return new InboxListing(entries, true);
      } catch (SftpException e) {
        boolean gone = e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE;
        if (!gone || permissions(INBOX).isEmpty()) {
          throw e;
        }
      }
    }
    return new InboxListing(entries, false);
  }

  private void list(List<InboxEntry> entries) throws SftpException {
    sftp.ls(
        literal(names.inbox()),
        found -> {
          InboxEntry entry = InboxEntry.of(found.getFilename(), found.getAttrs());
          if (!entry.isIgnored()) {
            entries.add(entry);
          }
          return ChannelSftp.LsEntrySelector.CONTINUE;
        });
  }

  /** The bytes of a file in the inbox; the caller reads them before it calls another method. */
  InputStream fetch(InboxEntry entry) throws SftpException {
    return sftp.get(path(INBOX, entry.wire()));
  }

  /** Whether a file is still in the inbox with the size and time of its listing. */
  boolean isUnchanged(InboxEntry entry) throws SftpException {
    return attributes(path(INBOX, entry.wire()))
        .filter(now -> now.getSize() == entry.bytes() && now.getMTime() == entry.modified())
        .isPresent();
  }

  /** Moves a file from the inbox. Overwrites a file of the new name on some servers. */
  void move(InboxEntry entry, String folder, String wireName) throws SftpException {
    sftp.rename(path(INBOX, entry.wire()), path(folder, wireName));
  }

  /** The size of a file; empty if the folder has no entry of that name. */
  Optional<Long> size(String folder, String wireName) throws SftpException {
    return attributes(path(folder, wireName)).map(SftpATTRS::getSize);
  }

  /**
   * SHA-256 of a file, read back from the server, hexadecimal.
   *
   * @param bytes the expected size; of a longer file no more is read than shows that it is longer
   */
  String sha256(String folder, String wireName, long bytes) throws SftpException {
    MessageDigest digest = Sha256.start();
    try (InputStream in = sftp.get(path(folder, wireName))) {
      byte[] block = new byte[BLOCK_BYTES];
      long rest = bytes + 1;
      int read = in.read(block, 0, (int) Math.min(rest, block.length));
      while (read > 0) {
        digest.update(block, 0, read);
        rest -= read;
        read = in.read(block, 0, (int) Math.min(rest, block.length));
      }
    } catch (IOException e) {
      throw new SftpException(ChannelSftp.SSH_FX_FAILURE, "The file cannot be read back", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Owner and permissions of a folder; empty if there is no such folder. */
  Optional<String> permissions(String folder) throws SftpException {
    try {
      SftpATTRS found = sftp.stat(literal(names.of(folder)));
      return found.isDir()
          ? Optional.of(
              "%o:%d:%d".formatted(found.getPermissions(), found.getUId(), found.getGId()))
          : Optional.empty();
    } catch (SftpException e) {
      return emptyIfMissing(e);
    }
  }

  /**
   * What the file system of a folder shows, now that the server refused to write there.
   *
   * @param otherwise the fault if the file system has room and is writable, or is not told
   */
  SftpFault refusal(String folder, SftpFault otherwise) throws SftpException {
    SftpStatVFS disk;
    try {
      disk = sftp.statVFS(literal(names.of(folder)));
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_CONNECTION || e.id == ChannelSftp.SSH_FX_CONNECTION_LOST) {
        throw e;
      }
      return otherwise; // this server does not tell, or not about this folder
    }
    if ((disk.getMountFlag() & READ_ONLY) != 0) {
      return SftpFault.SFTP_FOLDER_READ_ONLY;
    }
    boolean full =
        (disk.getBlocks() > 0 && disk.getAvailBlocks() == 0)
            || (disk.getINodes() > 0 && disk.getAvailINodes() == 0);
    return full ? SftpFault.SFTP_FOLDER_FULL : otherwise;
  }

  private Optional<SftpATTRS> attributes(String path) throws SftpException {
    try {
      return Optional.of(sftp.lstat(path));
    } catch (SftpException e) {
      return emptyIfMissing(e);
    }
  }

  private static <T> Optional<T> emptyIfMissing(SftpException e) throws SftpException {
    if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
      return Optional.empty();
    }
    throw e;
  }

  private String path(String folder, String wireName) {
    return literal(names.of(folder) + "/" + wireName);
  }

  /** JSch would read stars and question marks as a pattern, and a backslash as an escape. */
  private static String literal(String path) {
    return path.replaceAll("[*?\\\\]", "\\\\$0");
  }

  @Override
  public void close() {
    sftp.disconnect();
    session.disconnect();
  }
}
