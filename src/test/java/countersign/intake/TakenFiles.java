package countersign.intake;

import countersign.accounting.Accounting;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.SecretKey;
import countersign.request.FileId;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway whose intake takes files: what the packages after intake begin their tests with. */
public final class TakenFiles {
  private final IntakeFixtures.World world = new IntakeFixtures.World();

  /** The database, as the application's role. */
  public DataSource database() {
    return world.database;
  }

  /** Queries for assertions. */
  public JdbcClient jdbc() {
    return world.jdbc;
  }

  /** The one clock. */
  public Clock clock() {
    return world.clock;
  }

  /** Lets time pass. */
  public void passes(Duration time) {
    world.clock.passes(time);
  }

  /** Every file that is taken from now on is answered within that time, not 30 days. */
  public void answersWithin(Duration time) {
    world.answerWithin = time;
  }

  /** Keys at rest. */
  public Vault vault() {
    return world.vault;
  }

  /** Changes states. */
  public Lifecycle lifecycle() {
    return world.lifecycle;
  }

  /** Accounts. */
  public Accounting accounting() {
    return world.accounting;
  }

  /** The step beans' intake. */
  public Intake intake() {
    return world.intake;
  }

  /** Starts look-ups and ends files. */
  public FileProgress progress() {
    return world.progress;
  }

  /** Groups of requests. */
  public JdbcRequestGroups groups() {
    return world.groups;
  }

  /** Signs what leaves. */
  public SecretKey gateway() {
    return world.gateway;
  }

  /**
   * A file with good requests R-000001 and so on, all for officer OFF-0401, arrives, is judged and
   * moved.
   *
   * @param number in the agency's sequence
   * @param spoil what is done to each request line, given as the partner would write it
   */
  public FileId arrives(int number, int requests, UnaryOperator<String> spoil) {
    RequestFile file =
        RequestFile.named("DHS-ICE_T_20261124_%04d".formatted(number)).requests(requests);
    for (int i = 1; i <= requests; i++) {
      file.change(i, line -> spoil.apply(line.replaceAll("OFF-[0-9]{4}", "OFF-0401")));
    }
    FileId id = world.arrives(file);
    world.intake.moved(IntakeFixtures.PARTNER, file.name());
    return id;
  }

  /** The synthetic taxpayer number that such a file's request of that number asks about. */
  public static String tin(int number) {
    return RequestFile.tin(number);
  }

  /** Text column of a query. */
  public List<String> list(String sql, Object... params) {
    return world.list(sql, params);
  }
}
