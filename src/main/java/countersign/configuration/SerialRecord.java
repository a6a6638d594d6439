package countersign.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The adopted serials in a file outside the database, one line each. Restoring an old database and
 * an old configuration does not restore this file.
 *
 * @param file {@code adopted-serials} in the state directory; lines are only ever added
 */
public record SerialRecord(Path file) {
  private static final Pattern LINE =
      Pattern.compile("(\\S+) ([1-9][0-9]{0,9}) ([0-9a-f]{64}) (\\S+)");

  /** The record in a state directory. */
  public static SerialRecord in(Path state) {
    return new SerialRecord(state.resolve("adopted-serials"));
  }

  /**
   * A problem if there is no record although there was one.
   *
   * @param known number of versions that the database knows
   */
  public Optional<Problem> lost(int known) {
    return known == 0 || Files.exists(file)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                Problem.Code.SERIALS_LOST,
                file.toString(),
                "",
                "the serials of %d adopted versions".formatted(known),
                "no file"));
  }

  /**
   * Every version in the record; empty if there is none.
   *
   * @throws IOException if the file cannot be read
   * @throws Damaged if a line is not one that {@link #add} wrote
   */
  public List<AdoptedSerial> read() throws IOException {
    List<AdoptedSerial> found = new ArrayList<>();
    for (String line : wholeLines().lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new Damaged(file, found.size() + 1);
      }
      found.add(
          new AdoptedSerial(parts.group(4), Integer.parseInt(parts.group(2)), parts.group(3)));
    }
    return List.copyOf(found);
  }

  /** The lines that were written to their end; a stopped start may have left a part of one. */
  private String wholeLines() throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    String all = Files.readString(file, StandardCharsets.UTF_8);
    return all.substring(0, all.lastIndexOf('\n') + 1);
  }

  /** Adds versions and waits until they are on the disk. */
  public void add(Collection<AdoptedSerial> adopted, Instant at) throws IOException {
    String lines =
        adopted.stream()
            .map(one -> "%s %d %s %s\n".formatted(at, one.serial(), one.sha256(), one.document()))
            .collect(Collectors.joining());
    Files.createDirectories(file.toAbsolutePath().getParent());
    long end = wholeLines().getBytes(StandardCharsets.UTF_8).length;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(end).position(end);
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A line of the record is not one that the gateway wrote. */
  public static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(Path file, int line) {
      super(
          "%s  %s · line %d · expected time, serial, sha256 and document, found something else. Restore the file."
              .formatted(Problem.Code.SERIALS_LOST, file, line));
    }
  }
}
