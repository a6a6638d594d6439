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
 * Ensures that only one process uses a world and that its ports are free; otherwise gives an error
 * message for the user.
 */
final class WorldLock implements AutoCloseable {
  private final FileChannel channel;

  private WorldLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The world cannot be used; the message is a sentence for the user. */
  static final class Occupied extends Exception {
    private static final long serialVersionUID = 1L;

    Occupied(String message) {
      super(message);
    }
  }

  /**
   * Takes the lock; the operating system releases it when the process dies.
   *
   * @throws Occupied if another process uses the world
   */
  static WorldLock take(Path home) throws IOException, Occupied {
    DemoSecrets.directory(home);
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
   * Checks that ports are free.
   *
   * @param ports ports by their purpose and the option that changes them
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

  /** The port itself, or a free one for 0. */
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
