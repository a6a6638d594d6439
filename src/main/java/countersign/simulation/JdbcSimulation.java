package countersign.simulation;

import countersign.authority.Authority;
import countersign.intake.FileRow;
import countersign.intake.JdbcFileHistory;
import countersign.intake.JdbcFiles;
import countersign.intake.JdbcRequestBodies;
import countersign.policy.AddedConditions;
import countersign.policy.RequestRules;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.vault.DataCipher;
import countersign.vault.JdbcVault;
import countersign.vault.KeyDestroyed;
import countersign.vault.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Judges received files by rules that are not in force, on one snapshot of the database, in a
 * read-only transaction. For one thread.
 */
public final class JdbcSimulation {
  private static final Set<ReasonCode> OF_ONE_REQUEST =
      Stream.concat(
              RequestRules.all().stream().flatMap(rule -> rule.codes().stream()),
              AddedConditions.CODES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final JdbcStoredRequests stored;
  private final JdbcFiles files;
  private final JdbcFileHistory whole;
  private final Vault vault;
  private long fileCount;
  private long requests;
  private long differences;
  private long destroyed;
  private long drifted;

  JdbcSimulation(JdbcClient jdbc, Vault vault) {
    this.stored = new JdbcStoredRequests(jdbc);
    this.files = new JdbcFiles(jdbc);
    this.whole = new JdbcFileHistory(jdbc);
    this.vault = vault;
  }

  /**
   * Starts a read-only transaction on {@code connection}, which must not be in one. The caller
   * closes the connection.
   *
   * @param rootKeyset unwraps the files' keys
   * @throws SQLException if the database does not answer
   */
  public static JdbcSimulation on(Connection connection, Path rootKeyset) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    return new JdbcSimulation(jdbc, JdbcVault.on(jdbc, rootKeyset));
  }

  /**
   * The numbers of a simulation.
   *
   * @param files files that were judged again
   * @param requests requests of these files
   * @param differences files and requests with other codes
   * @param destroyed files that cannot be judged again because their key is destroyed
   * @param drifted requests that the rules in force would judge otherwise today than when they were
   *     received, because registers or agreements have changed since
   */
  public record Result(long files, long requests, long differences, long destroyed, long drifted) {}

  /**
   * A file or request that other rules judge otherwise.
   *
   * @param file the file
   * @param requestId the request; empty for the file itself
   * @param gained codes that only the new rules give
   * @param lost codes that only the rules in force give
   */
  public record Difference(
      FileId file, String requestId, List<ReasonCode> gained, List<ReasonCode> lost) {
    /** Copies the lists in. */
    public Difference {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  /** The rules in force and those to be tried, over the same registers. */
  private record Both(Authority inForce, Authority changed) {}

  /**
   * Judges everything that was read, the oldest file first.
   *
   * @param inForce registers and rules as they are
   * @param changed the same registers, other rules
   * @param out takes each difference
   */
  public Result run(Authority inForce, Authority changed, Consumer<Difference> out) {
    Both both = new Both(inForce, changed);
    for (FileId id : stored.files()) {
      FileRow file = files.find(id.value()).orElseThrow();
      try {
        judge(file, both, vault.file(id.value()), out);
        fileCount++;
      } catch (KeyDestroyed e) {
        destroyed++;
      }
    }
    return new Result(fileCount, requests, differences, destroyed, drifted);
  }

  private void judge(FileRow file, Both both, DataCipher cipher, Consumer<Difference> out) {
    RequestHeader header = stored.header(file.id(), cipher);
    Rescreening now = Rescreening.of(whole, both.inForce(), file, header);
    Rescreening then = Rescreening.of(whole, both.changed(), file, header);
    compare(file, "", now.codes(), then.codes(), out);
    if (file.agreement() == null || both.inForce().agreement(file.agreement()).isEmpty()) {
      return;
    }
    JdbcRequestBodies bodies = stored.bodies(file.id(), cipher);
    int from = 1;
    for (List<JdbcStoredRequests.Kept> page = stored.page(file.id(), from);
        !page.isEmpty();
        page = stored.page(file.id(), from)) {
      for (JdbcStoredRequests.Kept one : page) {
        Request request = bodies.request(one.number());
        List<ReasonCode> today = now.screen().apply(request);
        compare(
            file,
            one.requestId(),
            now.with(today, one.number()),
            then.with(then.screen().apply(request), one.number()),
            out);
        drifted += hasDrifted(today, one.codes()) ? 1 : 0;
        requests++;
      }
      from += JdbcStoredRequests.PAGE;
    }
  }

  private void compare(
      FileRow file,
      String requestId,
      List<ReasonCode> before,
      List<ReasonCode> after,
      Consumer<Difference> out) {
    List<ReasonCode> gained = without(after, before);
    List<ReasonCode> lost = without(before, after);
    if (!gained.isEmpty() || !lost.isEmpty()) {
      differences++;
      out.accept(new Difference(file.id(), requestId, gained, lost));
    }
  }

  private static List<ReasonCode> without(List<ReasonCode> some, Collection<ReasonCode> others) {
    return some.stream().filter(code -> !others.contains(code)).toList();
  }

  /** F109 is also given for malformed text, which is not kept as it came. */
  private static boolean hasDrifted(List<ReasonCode> today, List<String> stored) {
    Set<ReasonCode> then =
        stored.stream()
            .map(ReasonCode::valueOf)
            .filter(OF_ONE_REQUEST::contains)
            .filter(code -> code != ReasonCode.F109_SCHEMA)
            .collect(Collectors.toSet());
    Set<ReasonCode> now =
        today.stream().filter(code -> code != ReasonCode.F109_SCHEMA).collect(Collectors.toSet());
    return !now.equals(then);
  }
}
