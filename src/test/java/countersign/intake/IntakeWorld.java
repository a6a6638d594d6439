package countersign.intake;

import countersign.TestDatabase;
import countersign.accounting.Accounting;
import countersign.accounting.AccountingFixtures;
import countersign.delivery.DeliveryFixtures;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.KeyMaker;
import countersign.pgp.Opener;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import countersign.profile.FileKind;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.screening.FileWideLimits;
import countersign.screening.ScreeningPolicy;
import countersign.testkit.FileAssert;
import countersign.testkit.RequestAssert;
import countersign.testkit.RequestFile;
import countersign.testkit.SettableClock;
import countersign.vault.Vault;
import countersign.vault.VaultFixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A gateway's intake on a real PostgreSQL with one partner, and the route's order of steps: what
 * the tests of intake, and of the packages after it, begin with.
 */
public final class IntakeWorld {
  final DataSource database = TestDatabase.fresh();
  final JdbcClient jdbc = JdbcClient.create(database);
  final SettableClock clock = new SettableClock();
  final Vault vault = VaultFixtures.vaultOn(database);
  final Lifecycle lifecycle = LifecycleFixtures.lifecycleOn(database, clock);
  final Accounting accounting = AccountingFixtures.accountingOn(database, vault);
  final SecretKey gateway = key("Countersign gateway");
  final SecretKey head = key("Jordan Example");
  final SecretKey other = key("Somebody else of the partner");
  final SecretKey stranger = key("A stranger");
  final List<ReasonCode> blocks = new ArrayList<>();
  Duration answerWithin = Duration.ofDays(30);
  final ScreeningPolicy policy = new EasyRules(this);
  final Intake intake;
  final Inbox inbox;
  final HeldFiles heldFiles;
  final FileProgress progress;
  final JdbcRequestGroups groups = new JdbcRequestGroups(jdbc);
  Function<Request, List<ReasonCode>> screen = EasyRules::screen;
  FileWideLimits comparison = IntakeFixtures.comparison(IntakeFixtures.LIFTED);
  String agency = "DHS-ICE";

  public IntakeWorld() {
    this(1L << 32);
  }

  IntakeWorld(long maxPlaintextBytes) {
    Stores stores =
        new Stores(
            new JdbcArrivals(jdbc),
            new JdbcFiles(jdbc),
            new JdbcRequests(jdbc, LifecycleFixtures.bulkRowsOn(database)),
            new JdbcFileHistory(jdbc),
            groups,
            DeliveryFixtures.acknowledgementsOn(database),
            accounting,
            vault);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "screen");
              thread.setDaemon(true);
              return thread;
            });
    Leases leases = LifecycleFixtures.leasesOn(database);
    leases.take("inbox-" + IntakeFixtures.PARTNER, Duration.ofHours(1));
    Opener opener =
        new Opener(
            List.of(gateway),
            new EnvelopeLimits(
                maxPlaintextBytes, 200, Duration.ofDays(30), Duration.ofMinutes(10)));
    ScreeningAccounting verdicts = new ScreeningAccounting(stores, workers);
    progress = new FileProgress(stores, policy);
    intake =
        new Intake(
            lifecycle,
            stores,
            new ReceiveStep(lifecycle, leases, stores, policy, 1L << 32),
            new FileReader(stores, policy, () -> opener, workers, verdicts),
            policy,
            verdicts);
    inbox = new Inbox(lifecycle, leases, stores, progress);
    heldFiles =
        new HeldFiles(lifecycle, stores, new JdbcHeldRequests(jdbc), policy, verdicts, clock);
  }

  private static SecretKey key(String owner) {
    return KeyMaker.make(owner, SettableClock.START.minus(Duration.ofDays(60)), null);
  }

  byte[] sealed(byte[] plaintext, SecretKey signer) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out =
        new Sealer(signer).seal(sealed, List.of(gateway.certificate()), clock.instant())) {
      out.write(plaintext);
    } catch (IOException cause) {
      throw new UncheckedIOException("Sealing in memory failed", cause);
    }
    return sealed.toByteArray();
  }

  /** What the arrival route does with a file. */
  FileId arrives(RequestFile file) {
    return arrives(file.name(), sealed(file.bytes(), head));
  }

  FileId arrives(String name, byte[] sealed) {
    ReceivedFile received = receive(name, sealed);
    if (received.kind() == FileKind.REQUEST) {
      judge(received);
    }
    return received.id();
  }

  ReceivedFile receive(String name, byte[] sealed) {
    return intake.receive(
        new ArrivingFile(
            new ByteArrayInputStream(sealed), name, sealed.length, IntakeFixtures.PARTNER));
  }

  void judge(ReceivedFile received) {
    try {
      intake.read(intake.open(received));
    } catch (Refused why) {
      intake.refuse(received.id(), why);
    }
  }

  /** What delivery does once an acknowledgement lies in the outbox. */
  void acknowledged(FileId file) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          jdbc.sql(
                  "update acknowledgement set state = 'DELIVERED', delivered_at = now() where file_id = ?")
              .param(file.value())
              .update();
          jdbc.sql("delete from work where stage in ('acknowledge', 'deliver')").update();
          progress.acknowledged(change, file);
        });
  }

  String state(FileId file) {
    return jdbc.sql("select state from file where id = ?")
        .param(file.value())
        .query(String.class)
        .single();
  }

  List<String> codes(FileId file) {
    return jdbc.sql("select unnest(file_codes) from file where id = ?")
        .param(file.value())
        .query(String.class)
        .list();
  }

  List<String> details(FileId file) {
    return jdbc.sql(
            "select (d ->> 'detail') || coalesce(' ' || (d ->> 'line'), '') from file, jsonb_array_elements(file_details) d where id = ?")
        .param(file.value())
        .query(String.class)
        .list();
  }

  Map<String, Object> row(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query().singleRow();
  }

  /** Text column of a query. */
  public List<String> list(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(String.class).list();
  }

  long count(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(Long.class).single();
  }

  /** The database, as the application's role. */
  public DataSource database() {
    return database;
  }

  /** Queries for assertions. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** The one clock. */
  public Clock clock() {
    return clock;
  }

  /** Lets time pass. */
  public void passes(Duration time) {
    clock.passes(time);
  }

  /** Every file that is taken from now on is answered within that time, not 30 days. */
  public void answersWithin(Duration time) {
    answerWithin = time;
  }

  /** Keys at rest. */
  public Vault vault() {
    return vault;
  }

  /** Changes states. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** Accounts. */
  public Accounting accounting() {
    return accounting;
  }

  public Intake intake() {
    return intake;
  }

  public HeldFiles heldFiles() {
    return heldFiles;
  }

  /** Starts look-ups and ends files. */
  public FileProgress progress() {
    return progress;
  }

  /** Groups of requests. */
  public JdbcRequestGroups groups() {
    return groups;
  }

  /** Signs what leaves. */
  public SecretKey gateway() {
    return gateway;
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
    FileId id = arrives(file);
    inbox.moved(IntakeFixtures.PARTNER, file.name());
    return id;
  }

  /** Begins a sentence about a file. */
  public FileAssert assertThatFile(FileId file) {
    return FileAssert.assertThatFile(jdbc, file);
  }

  /** Begins a sentence about a request. */
  public RequestAssert assertThatRequest(RequestKey request) {
    return RequestAssert.assertThatRequest(jdbc, request);
  }
}
