package countersign.ledger;

import countersign.crypto.Sha256;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Reads the ledger and proves its content. */
public interface LedgerReader {

  /** Newest checkpoint; empty before the first event was sealed. */
  Optional<Checkpoint> latest();

  /** Index of the event in the tree, from 0; empty until the event is sealed. */
  OptionalLong leafIndexOf(EventRef event);

  /**
   * The first checkpoint that covers the event and that partners may see; empty until there is one.
   * In production its size is always a multiple of 1,024, so that it does not reveal how many
   * decisions people made about how many requests.
   */
  Optional<Checkpoint> publicCovering(EventRef event);

  /**
   * Proof that the event at {@code index} is in the log of {@code size} events.
   *
   * @throws IllegalArgumentException if the log never had that size, or {@code index} is not below
   *     it
   */
  InclusionProof inclusion(long index, long size);

  /**
   * Proof that the log of {@code from} events is a prefix of the log of {@code to} events.
   *
   * @throws IllegalArgumentException if {@code from} is 0 or above {@code to}, or {@code to} is
   *     above the size of the log
   */
  ConsistencyProof consistency(long from, long to);

  /** All events about a subject, oldest first, whether sealed or not. */
  List<Event> history(String subject);

  /** The proposed and the confirmed changes of an account, oldest first; reads an index of them. */
  List<Event> accountChanges(String account);

  /**
   * The subjects of all stops, each with a digest of its events with the verbs stop, propose and
   * lift. Reads an index of stops only.
   */
  Map<String, String> stops();

  /** The digest of these events about one stop, as {@link #stops} forms it. */
  static String digest(List<Event> events) {
    MessageDigest digest = Sha256.start();
    events.forEach(event -> digest.update(event.canonical()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A reader of a database outside the gateway, for commands. */
  static LedgerReader on(DataSource database) {
    return JdbcLedgerReader.on(database);
  }

  /**
   * The canonical bytes of the events of approvals, denials, lifts and lapses of these requests, by
   * request, in the order in which they were recorded. They are neither parsed nor verified.
   */
  Map<String, List<byte[]>> decisions(Collection<String> requests);

  /** The events of denials of these requests; reads an index of denials only. */
  List<Event> denials(Collection<String> requests);
}
