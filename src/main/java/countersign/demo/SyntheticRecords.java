package countersign.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fills a records database outside the demo with the demo's people. Stateless. */
public final class SyntheticRecords {
  private final List<SyntheticPerson> people;

  /**
   * Creates the people, always the same ones.
   *
   * @param count 1 to 15,000,000
   */
  public SyntheticRecords(int count) {
    this.people = SyntheticPeople.make(count, DemoWorld.SEED);
  }

  /**
   * Writes and commits the people, and the view that the reader's role may read.
   *
   * @param owner connection of the owner of the database
   * @return false if the database already held records and was not changed
   */
  public boolean fill(Connection owner) throws SQLException, IOException {
    return RecordsDatabase.load(owner, people);
  }

  /** Writes the people as CSV, one row per person and address. */
  public void writeCsv(Path file) throws IOException {
    RecordsDatabase.writeCsv(people, file);
  }
}
