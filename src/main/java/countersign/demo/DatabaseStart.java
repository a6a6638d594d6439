package countersign.demo;

import countersign.database.JdbcMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the demo's database in the background. It takes longest of all parts, so everything else
 * starts meanwhile.
 */
final class DatabaseStart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);

  private final DemoWorld.Place place;
  private final EmbeddedDatabase.Passwords passwords;
  private final Consumer<String> progress;
  private final FutureTask<EmbeddedDatabase> database = new FutureTask<>(this::start);

  /** Prepares the start without starting anything. */
  DatabaseStart(
      DemoWorld.Place place, EmbeddedDatabase.Passwords passwords, Consumer<String> progress) {
    this.place = place;
    this.passwords = passwords;
    this.progress = progress;
  }

  /** Starts the database in its own thread. */
  void begin() {
    new Thread(database, "database").start();
  }

  private EmbeddedDatabase start() throws IOException, SQLException {
    EmbeddedDatabase started =
        EmbeddedDatabase.start(place.database(), place.programs(), place.databasePort(), passwords);
    try {
      progress.accept("PostgreSQL answers on port " + place.databasePort());
      migrate();
      people(started);
      return started;
    } catch (IOException | SQLException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** The owner's own step; the gateway has no password of this role. */
  private void migrate() throws SQLException {
    String url = EmbeddedDatabase.url(place.databasePort(), "countersign");
    try (Connection owner =
        DriverManager.getConnection(url, "countersign_owner", passwords.owner())) {
      progress.accept("The database schema has version " + JdbcMigrations.apply(owner).version());
    }
  }

  private void people(EmbeddedDatabase started) throws SQLException, IOException {
    Path csv = place.home().resolve("people.csv");
    if (!Files.exists(csv)) {
      List<SyntheticPerson> people = SyntheticPeople.make(DemoWorld.PEOPLE, DemoWorld.SEED);
      RecordsDatabase records = new RecordsDatabase(started.superuserUrl("records"));
      records.load(people);
      RecordsDatabase.writeCsv(people, csv);
    }
    progress.accept(DemoWorld.PEOPLE + " synthetic people are in the records");
  }

  /**
   * Waits until the database answers and contains the synthetic people.
   *
   * @throws IOException if it does not start
   */
  void await() throws IOException {
    try {
      database.get();
    } catch (ExecutionException e) {
      throw new IOException(
          "The demo's database does not start: %s. Its log is %s"
              .formatted(e.getCause().getMessage(), place.home().resolve("countersign.log")),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The start was interrupted", e);
    }
  }

  /** Stops the database; waits first for a start that is still running. */
  @Override
  public void close() throws IOException {
    try {
      database.get().close();
    } catch (ExecutionException e) {
      LOG.debug("The database did not start, so there is nothing to stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The database was not stopped because the start was interrupted", e);
    }
  }
}
