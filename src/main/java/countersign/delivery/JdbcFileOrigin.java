package countersign.delivery;

import countersign.crypto.DigestMemory;
import countersign.crypto.PartsDigest;
import countersign.intake.KeptRequest;
import countersign.ledger.Event;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import countersign.request.FileId;
import countersign.request.Verb;
import countersign.stops.Stop;
import countersign.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the columns by which stops are found still say where a file came from: its id names the
 * agency, its sealed header the agreement, and the ledger's first event about it the time.
 * Thread-safe.
 */
final class JdbcFileOrigin {
  private static final Duration ROUNDED = Duration.ofMillis(1);

  /** For a file of an earlier version, whose event tells only when its transfer had ended. */
  private static final Duration LONGEST_TRANSFER = Duration.ofHours(1);

  /** The most files whose columns are remembered. */
  private static final int MOST = 5_000;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final LedgerReader ledger;
  private final TamperAlarms alarms;
  private final DigestMemory<Boolean> unchanged = new DigestMemory<>(MOST);

  JdbcFileOrigin(JdbcClient jdbc, Vault vault, LedgerReader ledger, TamperAlarms alarms) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.ledger = ledger;
    this.alarms = alarms;
  }

  /** False, with an alarm, if a person or program changed a column of the file. */
  boolean isOf(Stop.Disclosure disclosure) {
    FileId file = new FileId(disclosure.file());
    String name = "file " + file;
    if (isUnchanged(file, disclosure)) {
      alarms.settle(name);
      return true;
    }
    alarms.raise(
        name,
        "The table names another agency, agreement or time of arrival for this file than the file"
            + " itself and the ledger. Nothing of it is released or uploaded.");
    return false;
  }

  /** Columns that were right once are right; any other value is compared anew. */
  private boolean isUnchanged(FileId file, Stop.Disclosure disclosure) {
    String columns =
        new PartsDigest()
            .text(file.value())
            .text(disclosure.agency())
            .text(disclosure.agreement())
            .value(disclosure.receivedAt())
            .hex();
    if (unchanged.find(columns).isPresent()) {
      return true;
    }
    boolean same =
        file.agency().equals(disclosure.agency())
            && agreement(file).filter(disclosure.agreement()::equals).isPresent()
            && received(file).filter(event -> isTimeOf(event, disclosure.receivedAt())).isPresent();
    if (same) {
      unchanged.remember(columns, true);
    }
    return same;
  }

  /** The table keeps microseconds, so that the last digits of a time may differ. */
  private static boolean isTimeOf(Event event, Instant stored) {
    String told = event.facts().get("receivedAt");
    if (told != null) {
      return Duration.between(Instant.parse(told), stored).abs().compareTo(ROUNDED) <= 0;
    }
    return !stored.isAfter(event.at().plus(ROUNDED))
        && stored.isAfter(event.at().minus(LONGEST_TRANSFER));
  }

  private Optional<String> agreement(FileId file) {
    return jdbc.sql("select header_sealed from file where id = ? and header_sealed is not null")
        .param(file.value())
        .query(byte[].class)
        .optional()
        .map(header -> KeptRequest.agreement(vault.file(file.value()), file, header));
  }

  private Optional<Event> received(FileId file) {
    return ledger.history(file.value()).stream()
        .filter(event -> event.verb() == Verb.RECEIVE)
        .findFirst();
  }
}
