package countersign.accounts;

import java.security.SecureRandom;

/**
 * Generates random passwords: 20 letters and digits that are not easily confused, in groups of
 * five, about 98 bits. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">rule R65: 14 characters at least</a>
 */
public final class Passwords {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** Generates a new password. */
  public static String generate() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 5 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
