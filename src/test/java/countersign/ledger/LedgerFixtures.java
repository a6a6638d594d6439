package countersign.ledger;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Creates ledgers for tests of other packages. */
public final class LedgerFixtures {
  private static final KeyPair PAIR = newPair();

  private LedgerFixtures() {}

  /** Public key of every sealer that this class creates. */
  public static LogKey logKey() {
    return new LogKey("countersign.example/test", PAIR.getPublic());
  }

  /** The key pair of every sealer that this class creates. */
  public static KeyPair pair() {
    return PAIR;
  }

  /** Creates a ledger that records in that database, in the caller's transaction. */
  public static Ledger ledgerOn(DataSource database) {
    return new JdbcLedger(JdbcClient.create(database));
  }

  /** Creates a reader of that database. */
  public static LedgerReader readerOn(DataSource database) {
    return readerOn(database, 1);
  }

  static LedgerReader readerOn(DataSource database, int publicMultiple) {
    return new JdbcLedgerReader(JdbcClient.create(database), publicMultiple);
  }

  /** Creates a sealer for that database. */
  public static LedgerSealer sealerOn(DataSource database, Clock clock) {
    return sealerOn(database, clock, 1);
  }

  static LedgerSealer sealerOn(DataSource database, Clock clock, int publicMultiple) {
    return new JdbcLedgerSealer(
        new DataSourceTransactionManager(database),
        new JdbcTemplate(database),
        logKey(),
        PAIR.getPrivate(),
        clock,
        publicMultiple);
  }

  static String note(long size, Hash root) {
    return SignedNote.sign(logKey(), PAIR.getPrivate(), size, root);
  }

  static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has Ed25519", cause);
    }
  }
}
