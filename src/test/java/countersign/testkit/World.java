package countersign.testkit;

import countersign.TestDatabase;
import countersign.accounting.Accounting;
import countersign.accounting.AccountingFixtures;
import countersign.approval.SignedActors;
import countersign.authority.Authority;
import countersign.authority.Schedule;
import countersign.authority.TestAuthority;
import countersign.journal.JournalFixtures;
import countersign.journal.UploadJournal;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.stops.Stop;
import countersign.stops.Stops;
import countersign.stops.StopsFixtures;
import countersign.vault.Vault;
import countersign.vault.VaultFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A gateway on a real PostgreSQL database of its own, with one clock that the test advances. It has
 * no routes: a test does their steps itself. Each part is created when a test first asks for it.
 */
public final class World extends StoredRows {
  private final SettableClock clock;
  private final Keys keys;
  private final Authority authority;
  private final Lazy<Path> state;
  private final Function<DataSource, Vault> root;
  private final Lazy<UploadJournal> journal;

  private final Lazy<Vault> vault = new Lazy<>(() -> root().apply(database()));
  private final Lazy<Lifecycle> lifecycle =
      new Lazy<>(() -> LifecycleFixtures.lifecycleOn(database(), clock()));
  private final Lazy<Stops> stops =
      new Lazy<>(() -> StopsFixtures.stopsOn(database(), lifecycle(), authority()));
  private final Lazy<Accounting> accounting =
      new Lazy<>(() -> AccountingFixtures.accountingOn(database(), vault()));
  private final Lazy<IntakePart> intake = new Lazy<>(() -> new IntakePart(this));
  private final Lazy<ApprovalPart> approvals = new Lazy<>(() -> new ApprovalPart(this));
  private final Lazy<DeliveryPart> delivery = new Lazy<>(() -> new DeliveryPart(this));
  private final Lazy<LedgerPart> ledger = new Lazy<>(() -> new LedgerPart(this));
  private final Lazy<ConsolePart> console = new Lazy<>(() -> new ConsolePart(this));

  /** Creates a world without keys for those who receive answers. */
  public World() {
    this(new Keys(), keys -> TestAuthority.open());
  }

  /**
   * Creates a world that can answer.
   *
   * @param folder for the public keys of the agency and of officer OFF-0401
   */
  public World(Path folder) {
    this(folder, TestAuthority.schedule(null));
  }

  /** Creates a world that answers by this schedule. */
  public World(Path folder, Schedule schedule) {
    this(new Keys(), keys -> keys.pinnedIn(folder, schedule));
  }

  private World(Keys keys, Function<Keys, Authority> authority) {
    super(TestDatabase.fresh());
    this.clock = new SettableClock();
    this.keys = keys;
    this.authority = authority.apply(keys);
    this.root = VaultFixtures.ofOneRoot();
    this.state = new Lazy<>(World::newFolder);
    this.journal = new Lazy<>(() -> JournalFixtures.journalOn(this));
  }

  private World(World before, DataSource database, Function<World, UploadJournal> journal) {
    super(database);
    this.clock = before.clock;
    this.keys = before.keys;
    this.authority = before.authority;
    this.root = before.root;
    this.state = before.state;
    this.journal = new Lazy<>(() -> journal.apply(this));
    tampering().sql("delete from lease").update(); // the gateway before has ended
  }

  private Function<DataSource, Vault> root() {
    return root;
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("countersign-state");
      folder.toFile().deleteOnExit();
      folder.resolve("journal.ndjson").toFile().deleteOnExit();
      return folder;
    } catch (IOException cause) {
      throw new UncheckedIOException("The test's folder cannot be made", cause);
    }
  }

  /** The same gateway, started again on another copy of its database. */
  public World on(DataSource database) {
    return new World(this, database, JournalFixtures::journalOn);
  }

  /** The same gateway, started again with another journal. */
  public World with(Function<World, UploadJournal> journal) {
    return new World(this, database(), journal);
  }

  /** The state directory of the gateway. */
  public Path state() {
    return state.get();
  }

  /** The journal of uploads. */
  public UploadJournal journal() {
    return journal.get();
  }

  /** The key of the numbered request of a file. */
  public static RequestKey key(FileId file, int number) {
    return new RequestKey(file, "R-%06d".formatted(number));
  }

  /** The one clock. */
  public SettableClock clock() {
    return clock;
  }

  /** Lets time pass. */
  public void passes(Duration time) {
    clock.passes(time);
  }

  /** The stops and vetoes. */
  public Stops stops() {
    return stops.get();
  }

  /** What a stop is set on: a known id, a person's number, a district or days. */
  public Stop.Target target(Stop.Scope scope, String text) {
    return StopsFixtures.valuesOn(database(), authority(), vault(), clock()).target(scope, text);
  }

  /** Counsel sets a stop. */
  public Stop stops(Stop.Scope scope, String text) {
    return stops()
        .set(Stop.Kind.STOP, target(scope, text), Actor.person("dunn"), "A court has ordered it.");
  }

  /** Counsel sets a veto. */
  public Stop vetoes(Stop.Scope scope, String text) {
    return stops().set(Stop.Kind.VETO, target(scope, text), Actor.person("dunn"), "Not lawful.");
  }

  /** Counsel and the privacy officer lift a stop. */
  public void lifts(long number) {
    Actor counsel = SignedActors.of(this, "carol", Role.COUNSEL);
    Actor privacy = SignedActors.of(this, "paul", Role.PRIVACY_OFFICER);
    stops().lift(number, new Stops.Lifter(counsel, true), "Go.");
    stops().lift(number, new Stops.Lifter(privacy, false), "Go.");
  }

  /** Removes every stop, which the gateway itself never does. */
  public void withoutStops() {
    tampering()
        .sql("truncate stop, stop_key, stop_lift, stop_lift_proposal restart identity")
        .update();
  }

  /** The keys of the gateway and of those it deals with. */
  public Keys keys() {
    return keys;
  }

  /** What the gateway may do: one agreement, one agency, one partner. */
  public Authority authority() {
    return authority;
  }

  /**
   * Statements of the database's superuser, without triggers and foreign keys, for rows that the
   * gateway itself would write in many steps or never.
   */
  public JdbcClient tampering() {
    return JdbcClient.create(TestDatabase.tampering(database()));
  }

  /** Encrypts stored data. */
  public Vault vault() {
    return vault.get();
  }

  /** Changes states. */
  public Lifecycle lifecycle() {
    return lifecycle.get();
  }

  /** Accounts for disclosures. */
  public Accounting accounting() {
    return accounting.get();
  }

  /** A new template for transactions on the database. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(database()));
  }

  /** Files from their arrival to their acknowledgement. */
  public IntakePart intake() {
    return intake.get();
  }

  /** Look-ups, drafts and the decisions of reviewers. */
  public ApprovalPart approvals() {
    return approvals.get();
  }

  /** Acknowledgements and responses, up to the partner's outbox. */
  public DeliveryPart delivery() {
    return delivery.get();
  }

  /** Events, their checkpoints and proofs. */
  public LedgerPart ledger() {
    return ledger.get();
  }

  /** Files and cases in every state that a person sees in the console. */
  public ConsolePart console() {
    return console.get();
  }
}
