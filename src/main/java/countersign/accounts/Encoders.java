package countersign.accounts;

import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The encoder of new password hashes, which still reads the older ones. */
final class Encoders {
  private static final String ARGON2 = "argon2id";
  private static final int SALT = 16;
  private static final int HASH = 32;

  private Encoders() {}

  static PasswordEncoder argon2() {
    KeySeal.Cost cost = KeySeal.OWASP;
    return new DelegatingPasswordEncoder(
        ARGON2,
        Map.of(
            ARGON2,
            new Argon2PasswordEncoder(SALT, HASH, cost.lanes(), cost.memory(), cost.passes()),
            "bcrypt",
            new BCryptPasswordEncoder()));
  }
}
