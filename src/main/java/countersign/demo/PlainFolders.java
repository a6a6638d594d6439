package countersign.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.file.root.RootedFileSystem;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * Lists every entry of a folder, also one whose name this process cannot read back because it is
 * not UTF-8: its name is sent as the bytes that it has, but it cannot be opened. Opens regular
 * files only, because opening a pipe would never return.
 */
final class PlainFolders implements SftpFileSystemAccessor {

  @Override
  public DirectoryStream<Path> openDirectory(
      SftpSubsystemProxy subsystem,
      DirectoryHandle directory,
      Path path,
      String handle,
      LinkOption... options)
      throws IOException {
    RootedFileSystem rooted = (RootedFileSystem) path.getFileSystem();
    Path folder = rooted.getRoot().toRealPath().resolve("." + path).normalize();
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        found.add(isCarried(entry) ? path.resolve(entry.getFileName().toString()) : entry);
      }
    }
    return new Listing(found);
  }

  /** Whether the name is the same when it is read as text and written again. */
  private static boolean isCarried(Path entry) {
    try {
      return Path.of(entry.toString()).equals(entry);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private record Listing(List<Path> found) implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return found.iterator();
    }

    @Override
    public void close() {}
  }

  @Override
  public void putRemoteFileName(
      SftpSubsystemProxy subsystem, Path path, Buffer answer, String name, boolean shortName) {
    if (shortName && path.isAbsolute() && isOfThisProcess(path) && !isCarried(path)) {
      answer.putBytes(bytesOfName(path));
    } else {
      answer.putString(name);
    }
  }

  private static boolean isOfThisProcess(Path path) {
    return !(path.getFileSystem() instanceof RootedFileSystem);
  }

  /** The bytes of a file's name; a URI has each of them, whatever they mean as text. */
  private static byte[] bytesOfName(Path path) {
    String raw = path.toUri().getRawPath();
    String name = raw.substring(raw.lastIndexOf('/') + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] written = name.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < written.length; i++) {
      if (written[i] == '%') {
        bytes.write(Integer.parseInt(name, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(written[i]);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public SeekableByteChannel openFile(
      SftpSubsystemProxy subsystem,
      FileHandle file,
      Path path,
      String handle,
      Set<? extends OpenOption> options,
      FileAttribute<?>... attributes)
      throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new AccessDeniedException("No regular file");
    }
    return SftpFileSystemAccessor.super.openFile(
        subsystem, file, path, handle, options, attributes);
  }
}
