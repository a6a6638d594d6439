package countersign.servers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a text may be sent as a password. A server gets what is named as its password, so
 * a key must never be taken for one: a password is one line of at most 1,000 bytes and does not
 * look like a key.
 */
public final class PasswordText {
  /** What a password is, for messages. */
  public static final String EXPECTED =
      "a password: one line of at most 1,000 bytes that is not a key";

  private static final int LONGEST = 1000;

  /** Shorter texts in Base64 hold no secret key of a public-key pair and no keyset. */
  private static final int SHORTEST_KEY = 60;

  private static final Pattern ARMOUR =
      Pattern.compile(
          "-----\\s*begin|begin (pgp|openssh|rsa|ec|dsa|encrypted)? ?(private|public)|putty-user-key-file|b3blbnnzac1rzxktdje");
  private static final Pattern JSON = Pattern.compile("[\\[{].*[:,].*[\\]}]");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");

  private PasswordText() {}

  /**
   * The password that these bytes are, without a line end.
   *
   * @param place where the bytes come from, for the message
   * @throws NotAPassword if they are no password
   */
  public static String of(byte[] content, String place) {
    objection(content)
        .ifPresent(
            found -> {
              throw new NotAPassword(place, found);
            });
    return new String(content, StandardCharsets.UTF_8).strip();
  }

  /** What these bytes are instead of a password, without any of them; empty if they may be one. */
  public static Optional<String> objection(byte[] content) {
    Optional<String> text = decoded(content);
    if (text.isEmpty()) {
      return Optional.of(isOpenPgp(content) ? "an OpenPGP key" : "bytes that are no text");
    }
    String word = text.get().strip();
    String small = word.toLowerCase(Locale.ROOT);
    if (ARMOUR.matcher(small).find()) {
      return Optional.of("a key in PEM, OpenSSH or OpenPGP form");
    }
    if (JSON.matcher(word.replaceAll("\\s", "")).matches() || small.contains("primarykeyid")) {
      return Optional.of("JSON, as in a keyset");
    }
    if (content.length > LONGEST) {
      return Optional.of("%,d bytes".formatted(content.length));
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("several lines or control characters");
    }
    return isKeyInBase64(word) ? Optional.of("a key in Base64") : Optional.empty();
  }

  private static Optional<String> decoded(byte[] content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isKeyInBase64(String word) {
    if (word.length() < SHORTEST_KEY || !BASE64.matcher(word).matches()) {
      return false;
    }
    String whole = word.replace('-', '+').replace('_', '/').replace("=", "");
    byte[] inside = Base64.getDecoder().decode(whole.substring(0, whole.length() / 4 * 4));
    String letters = new String(inside, StandardCharsets.ISO_8859_1);
    return isOpenPgp(inside) || isDer(inside) || letters.contains("google.crypto.tink");
  }

  /** A packet of a secret key in its old or new form, with the version of a key in it. */
  private static boolean isOpenPgp(byte[] content) {
    if (content.length < SHORTEST_KEY / 2) {
      return false;
    }
    int version =
        switch (content[0] & 0xff) {
          case 0x94 -> content[2];
          case 0x95 -> content[3];
          case 0xc5 -> (content[1] & 0xff) < 192 ? content[2] : content[3];
          default -> 0;
        };
    return version >= 3 && version <= 6;
  }

  /** A sequence whose stated length is about that of the content. */
  private static boolean isDer(byte[] content) {
    int stated =
        switch (content[1] & 0xff) {
          case 0x81 -> (content[2] & 0xff) + 3;
          case 0x82 -> (((content[2] & 0xff) << 8) | (content[3] & 0xff)) + 4;
          default -> (content[1] & 0xff) + 2;
        };
    return content[0] == 0x30 && Math.abs(stated - content.length) <= 3;
  }
}
