package countersign.accounts;

import countersign.passkey.PublicPasskey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link MadePasskeys} on the table {@code made_passkey}, whose rows are never changed. */
final class JdbcMadePasskeys implements MadePasskeys {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcMadePasskeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean keep(String account, PublicPasskey passkey) {
    if (of(account).size() >= MOST) {
      return false;
    }
    jdbc.sql(
            """
            insert into made_passkey (account, credential_id, public_key, rp_id, origin, made_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            account,
            passkey.credentialId(),
            passkey.publicKey(),
            passkey.rpId(),
            passkey.origin(),
            Timestamp.from(clock.instant()))
        .update();
    return true;
  }

  @Override
  public List<MadePasskey> all() {
    return jdbc.sql(
            """
            select account, credential_id, public_key, rp_id, origin, made_at from made_passkey
            order by account, made_at, credential_id
            """)
        .query(
            (row, number) ->
                new MadePasskey(
                    row.getString("account"),
                    new PublicPasskey(
                        row.getString("credential_id"),
                        row.getString("public_key"),
                        row.getString("rp_id"),
                        row.getString("origin")),
                    row.getTimestamp("made_at").toInstant()))
        .list();
  }
}
