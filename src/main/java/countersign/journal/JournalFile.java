package countersign.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one gateway: a file whose lines are only ever added, each with the hash of the one
 * before. A part of a line at its end was never followed by an upload and is cut off by the next
 * line. Only the gateway's user can read it.
 *
 * @param file {@code journal.ndjson} in the state directory
 */
record JournalFile(Path file) {
  private static final FileAttribute<Set<PosixFilePermission>> OURS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int BLOCK_BYTES = 64 * 1024;

  /** One lock for all files: a process may not lock the same file twice. */
  private static final Object ONE_AT_A_TIME = new Object();

  /** The journal in a state directory. */
  static JournalFile in(Path state) {
    return new JournalFile(state.resolve("journal.ndjson"));
  }

  /**
   * Adds a line and waits until it is on the disk.
   *
   * @param next makes the line from the one before it, if there is one
   * @return the new line; empty if {@code next} makes none
   * @throws IOException if the line may not be on the disk
   */
  Optional<JournalLine> append(Function<Optional<JournalLine>, Optional<JournalLine>> next)
      throws IOException {
    synchronized (ONE_AT_A_TIME) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  Set.of(
                      StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                  OURS);
          FileLock lock = channel.lock()) {
        long end = wholeLines(channel);
        Optional<JournalLine> line = next.apply(last(channel, end));
        if (line.isPresent() && lock.isValid()) {
          channel.truncate(end).position(end);
          write(channel, line.get().writeWithEnd());
          channel.force(true);
        }
        return line;
      }
    }
  }

  private static void write(FileChannel channel, byte[] line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The last whole line; empty if there is none. */
  Optional<JournalLine> last() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return last(channel, wholeLines(channel));
    }
  }

  private Optional<JournalLine> last(FileChannel channel, long end) throws IOException {
    if (end == 0) {
      return Optional.empty();
    }
    long start = afterLastEnd(channel, end - 1);
    byte[] line = read(channel, start, (int) (end - 1 - start));
    try {
      return Optional.of(JournalLine.parse(line));
    } catch (IllegalArgumentException e) {
      throw new Damaged(file, "the last line", e);
    }
  }

  /** The length of the lines that were written to their end. */
  private static long wholeLines(FileChannel channel) throws IOException {
    return afterLastEnd(channel, channel.size());
  }

  /** The position after the last line end before {@code until}; 0 if there is none. */
  private static long afterLastEnd(FileChannel channel, long until) throws IOException {
    for (long to = until; to > 0; to -= BLOCK_BYTES) {
      long from = Math.max(0, to - BLOCK_BYTES);
      byte[] block = read(channel, from, (int) (to - from));
      for (int i = block.length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("The journal became shorter while it was read");
      }
    }
    return bytes.array();
  }

  /**
   * Passes on every whole line, oldest first, with one line in memory at a time.
   *
   * @throws Damaged if a line is not one that the gateway wrote after the line before
   */
  void each(Consumer<JournalLine> lines) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES)) {
      String previous = JournalLine.NONE;
      int number = 0;
      for (Optional<byte[]> bytes = line(in); bytes.isPresent(); bytes = line(in)) {
        number++;
        JournalLine line = parsed(bytes.get(), number);
        if (!line.previous().equals(previous)) {
          throw new Damaged(file, "line " + number, null);
        }
        previous = line.hash();
        lines.accept(line);
      }
    }
  }

  private JournalLine parsed(byte[] bytes, int number) throws Damaged {
    try {
      return JournalLine.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new Damaged(file, "line " + number, e);
    }
  }

  /** The next whole line without its end; empty after the last one. */
  private static Optional<byte[]> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return Optional.of(line.toByteArray());
      }
      line.write(next);
    }
    return Optional.empty();
  }

  /** A line of the journal is not one that the gateway wrote there. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(Path file, String where, @Nullable Throwable cause) {
      super(
          "%s · %s · expected the line that the gateway wrote after the one before, found another. Restore the file from its copy."
              .formatted(file, where),
          cause);
    }
  }
}
