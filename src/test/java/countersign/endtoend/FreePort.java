package countersign.endtoend;

import java.io.IOException;
import java.net.ServerSocket;

/** Finds ports for servers that a test starts. */
public final class FreePort {
  private FreePort() {}

  /** A port of this machine on which nothing listens. */
  public static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
