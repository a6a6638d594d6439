package countersign.inbox;

import com.jcraft.jsch.SftpATTRS;
import countersign.inbox.InboxFailure.Cause;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a listing of a partner's inbox. Its name may contain anything, personal data
 * included, so no text of this class does.
 *
 * @param wire the name's bytes as the server sent them, one character a byte
 * @param name the name as UTF-8; if it is not UTF-8, the bytes behind a replacement character
 * @param bytes its size
 * @param modified its modification time, in seconds since 1970
 * @param print size, times and permissions
 * @param obstacle why it can never be fetched; null if it may be
 */
record InboxEntry(
    String wire, String name, long bytes, int modified, String print, @Nullable Cause obstacle) {
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int DIRECTORY = 0040000;
  private static final int LINK = 0120000;

  private static final Pattern PUBLISHED =
      Pattern.compile("[A-Z0-9-]{2,20}_[TP]_[0-9]{8}_[0-9]{4,9}\\.[a-zA-Z0-9.-]{1,80}");

  /** What file systems and SFTP programs carry as it is written. */
  private static final Pattern PLAIN =
      Pattern.compile("(?![\\p{Z}])[^*?\\\\/\\p{C}\\p{Zl}\\p{Zp}\uFFFD]+(?<![\\p{Z}])");

  /** A folder lets names have 255 bytes; a time may be appended. */
  private static final int LONGEST = 200;

  static InboxEntry of(String wire, SftpATTRS attributes) {
    String owner = attributes.getUId() + ":" + attributes.getGId();
    return of(
        wire, attributes.getSize(), attributes.getMTime(), attributes.getPermissions(), owner);
  }

  /**
   * An entry of a listing.
   *
   * @param permissions with the type of the entry, as in POSIX; 0 if the server does not say
   */
  static InboxEntry of(String wire, long bytes, int modified, int permissions, String owner) {
    Cause obstacle = obstacle(wire, permissions);
    String print =
        obstacle != null
            ? obstacle.name() // what a directory contains does not matter
            : "%d:%d:%o:%s".formatted(bytes, modified, permissions, owner);
    return new InboxEntry(wire, decoded(wire), bytes, modified, print, obstacle);
  }

  private static @Nullable Cause obstacle(String wire, int permissions) {
    if (wire.indexOf('/') >= 0 || wire.isEmpty()) {
      return Cause.NAME_IS_A_PATH;
    }
    return switch (permissions & TYPE) {
      case 0, FILE -> null;
      case DIRECTORY -> Cause.DIRECTORY;
      case LINK -> Cause.LINK;
      default -> Cause.NOT_A_FILE;
    };
  }

  private static String decoded(String wire) {
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "\uFFFD"
          + wire; // cannot be the name of another entry, which would not be plain either
    }
  }

  /** Whether it is ignored: hidden, or still being uploaded. */
  boolean isIgnored() {
    return wire.startsWith(".") || wire.endsWith(".part");
  }

  /** Whether its name has the form of the exchange's file names. */
  boolean isPublished() {
    return PUBLISHED.matcher(name).matches();
  }

  /** Its name if that is a published one, otherwise a name made from the hash of its name. */
  String shown() {
    return InboxFailure.entry(name);
  }

  /** Its name in another folder: its own, or a generated one if it cannot be carried literally. */
  String wireNameElsewhere() {
    boolean plain = wire.length() <= LONGEST && PLAIN.matcher(name).matches();
    return plain ? wire : shown();
  }

  @Override
  public String toString() {
    return shown();
  }
}
