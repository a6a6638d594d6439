package countersign.accounts;

import countersign.passkey.PublicPasskey;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The public halves of passkeys that people made; only the enrolment register lets them count. */
public interface MadePasskeys {
  /** Number of passkeys that one account can make. */
  int MOST = 20;

  /** Passkeys in a database, for commands that run outside the gateway. */
  static MadePasskeys on(Connection connection, java.time.Clock clock) {
    return new JdbcMadePasskeys(
        JdbcClient.create(new SingleConnectionDataSource(connection, true)), clock);
  }

  /**
   * Keeps a new passkey.
   *
   * @return false if the account has made {@link #MOST} passkeys already; nothing is kept then
   */
  boolean keep(String account, PublicPasskey passkey);

  /** The passkeys that every account made, sorted by account and time. */
  List<MadePasskey> all();

  /** The passkeys that one account made, the oldest first. */
  default List<MadePasskey> of(String account) {
    return all().stream().filter(one -> one.account().equals(account)).toList();
  }
}
