package countersign.demo;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
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
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * Leaves names out of a listing that this process cannot read back, for example names that are not
 * UTF-8: the server would answer the whole listing with an error. Opens regular files only, because
 * opening a pipe would never return.
 */
final class CarriableNames implements SftpFileSystemAccessor {

  @Override
  public DirectoryStream<Path> openDirectory(
      SftpSubsystemProxy subsystem,
      DirectoryHandle directory,
      Path path,
      String handle,
      LinkOption... options)
      throws IOException {
    DirectoryStream<Path> all =
        SftpFileSystemAccessor.super.openDirectory(subsystem, directory, path, handle, options);
    return new Listing(all, carriable(all.iterator()));
  }

  private static List<Path> carriable(Iterator<Path> all) {
    List<Path> found = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        more = all.hasNext();
        if (more) {
          Path entry = all.next();
          if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            found.add(entry);
          }
        }
      } catch (InvalidPathException e) {
        more = true; // this name cannot be written as a path at all; the next one may be
      }
    }
    return found;
  }

  private record Listing(DirectoryStream<Path> all, List<Path> found)
      implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return found.iterator();
    }

    @Override
    public void close() throws IOException {
      all.close();
    }
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
