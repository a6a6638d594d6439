package countersign.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Makes sure that one process at a time lives in a world, and that its ports are free, and says so
 * in a sentence if not.
 */
final class WorldLock implements AutoCloseable {
  private final FileChannel channel;

  private WorldLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The world cannot be entered; the message is a sentence for the person who tried. */
  static final class Occupied extends Exception {
    private static final long serialVersionUID = 1L;

    Occupied(String message) {
      super(message);
    }
  }

  /**
   * Takes the lock; the operating system lets go of it when the process dies.
   *
   * @throws Occupied if another process lives there
   */
  static WorldLock take(Path home) throws IOException, Occupied {
    Secrets.directory(home);
    FileChannel channel =
        FileChannel.open(
            home.resolve("world.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw occupied(home);
    }
    if (lock == null) {
      channel.close();
      throw occupied(home);
    }
    return new WorldLock(channel);
  }

  private static Occupied occupied(Path home) {
    return new Occupied(
        "A demo is already running in %s. Stop it, or give this one its own directory with --var."
            .formatted(home));
  }

  /**
   * Looks whether ports can be had.
   *
   * @param ports by what they are for and the option that changes them
   * @throws Occupied if one is taken
   */
  static void ports(Map<String, Integer> ports) throws Occupied {
    for (Map.Entry<String, Integer> port : ports.entrySet()) {
      try (ServerSocket probe =
          new ServerSocket(port.getValue(), 1, InetAddress.getLoopbackAddress())) {
        probe.getLocalPort();
      } catch (IOException e) {
        throw new Occupied(
            "Another program uses port %d. Stop that program, or choose another port with %s."
                .formatted(port.getValue(), port.getKey()));
      }
    }
  }

  /** That port, or for 0 one that nobody has now. */
  static int free(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return port == 0 ? probe.getLocalPort() : port;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
