package countersign.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A proxy to a server that a test can slow down, and interrupt in the middle of a transfer. */
public final class SlowLine implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final ServerSocket listener;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong passed = new AtomicLong();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int bytesPerSecond = Integer.MAX_VALUE;
  private volatile boolean cut;
  private volatile boolean held;

  /** Creates a proxy to a port of this machine. */
  public SlowLine(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  /** Port of the proxy. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Limits the rate in both directions from now on. */
  void slowDownTo(int rate) {
    bytesPerSecond = rate;
    passed.set(0);
  }

  /** Passes nothing on, and breaks no connection. */
  public void hold() {
    held = true;
  }

  /** Breaks the current connections and refuses new ones. */
  public void cut() {
    cut = true;
    open.forEach(SlowLine::shut);
  }

  /** Accepts connections again, at full speed. */
  public void mend() {
    bytesPerSecond = Integer.MAX_VALUE;
    cut = false;
    held = false;
  }

  /** Number of bytes in both directions since the slow-down. */
  long passed() {
    return passed.get();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        threads.execute(() -> connect(near));
      } catch (IOException e) {
        return; // the proxy was closed
      }
    }
  }

  private void connect(Socket near) {
    try (near;
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(near);
      open.add(far);
      if (!cut) {
        threads.execute(() -> pass(near, far));
        pass(far, near);
      }
    } catch (IOException e) {
      // the server refused the connection: the client sees its own connection closed
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] block = new byte[BLOCK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        while (held) {
          Thread.sleep(20);
        }
        out.write(block, 0, count);
        passed.addAndGet(count);
        Thread.sleep(1000L * count / bytesPerSecond);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      shut(from);
      shut(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // the connection is closed already
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
