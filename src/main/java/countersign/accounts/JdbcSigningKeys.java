package countersign.accounts;

import countersign.crypto.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code signing_key}: one key for each password of an account, its private half sealed
 * under that password. Rows are never changed. Thread-safe.
 */
final class JdbcSigningKeys {
  private final JdbcClient jdbc;
  private final KeySeal seal;

  JdbcSigningKeys(JdbcClient jdbc, KeySeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  private record StoredKey(byte[] publicKey, byte[] sealed) {}

  /** Makes the key of an account's password, if a role of the account signs and it has none yet. */
  void makeOnce(Account account, String password, Instant now) {
    if (account.signs() && current(account.name()).isEmpty()) {
      insert(account.name(), password, Ed25519.generate(), now);
    }
  }

  /** Stores a key as the one of the account's password; the first one of a password stays. */
  void insert(String account, String password, KeyPair pair, Instant now) {
    byte[] publicKey = Ed25519.raw(pair.getPublic());
    byte[] privateKey = pair.getPrivate().getEncoded();
    try {
      jdbc.sql(
              """
              insert into signing_key (account, password_set_at, public_key, private_sealed, made_at)
              select account, password_set_at, ?, ?, ? from account where account = ?
              on conflict do nothing
              """)
          .params(
              publicKey,
              seal.seal(password, privateKey, boundTo(account, publicKey)),
              Timestamp.from(now),
              account)
          .update();
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
  }

  /** Opens the account's key; empty if it has none or the password is wrong. */
  Optional<OpenedKey> open(String account, String password) {
    return current(account)
        .flatMap(
            key ->
                seal.open(password, key.sealed(), boundTo(account, key.publicKey()))
                    .map(secret -> new OpenedKey(key.publicKey(), secret)));
  }

  /** The key of every account's present password, sorted by account. */
  List<MadeKey> made() {
    return jdbc.sql(
            """
            select account, public_key, made_at from signing_key join account using (account, password_set_at)
            order by account
            """)
        .query(
            (row, number) ->
                new MadeKey(
                    row.getString("account"),
                    HexFormat.of().formatHex(row.getBytes("public_key")),
                    row.getTimestamp("made_at").toInstant()))
        .list();
  }

  private Optional<StoredKey> current(String account) {
    return jdbc.sql(
            """
            select public_key, private_sealed from signing_key join account using (account, password_set_at)
            where account = ?
            """)
        .param(account)
        .query(
            (row, number) ->
                new StoredKey(row.getBytes("public_key"), row.getBytes("private_sealed")))
        .optional();
  }

  private static byte[] boundTo(String account, byte[] publicKey) {
    String text = "signing_key/" + account + "/" + HexFormat.of().formatHex(publicKey);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
