package countersign.pgp;

import java.util.Set;

/**
 * The kinds of OpenPGP packets that this gateway knows, by their tag.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5">RFC 9580, 5</a>
 */
final class PacketTag {
  static final int SESSION_KEY = 1;
  static final int SIGNATURE = 2;
  static final int PASSWORD_SESSION_KEY = 3;
  static final int ONE_PASS_SIGNATURE = 4;
  static final int PUBLIC_KEY = 6;
  static final int COMPRESSED = 8;
  static final int UNPROTECTED = 9;
  static final int MARKER = 10;
  static final int LITERAL = 11;
  static final int PUBLIC_SUBKEY = 14;
  static final int PROTECTED = 18;
  static final int AEAD = 20;
  static final int PADDING = 21;

  /** Tags with which an OpenPGP message can begin, encrypted or not. */
  static final Set<Integer> BEGINNINGS =
      Set.of(
          SESSION_KEY,
          SIGNATURE,
          PASSWORD_SESSION_KEY,
          ONE_PASS_SIGNATURE,
          COMPRESSED,
          UNPROTECTED,
          MARKER,
          LITERAL,
          PROTECTED,
          AEAD,
          PADDING);

  /** Tags of packets that contain data of any length. */
  static final Set<Integer> DATA = Set.of(COMPRESSED, UNPROTECTED, LITERAL, PROTECTED, AEAD);

  /** Tag in a packet's first octet, in the current or the legacy format. */
  static int of(int header) {
    return (header & 0x40) != 0 ? header & 0x3F : (header & 0x3F) >> 2;
  }

  private PacketTag() {}
}
