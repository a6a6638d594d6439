package countersign.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The demo's people for a records database that somebody else runs. Stateless. */
public final class SyntheticRecords {
  private final List<SyntheticPerson> people;
  private final UnaryOperator<String> nameControl;

  /**
   * Always the same people.
   *
   * @param count 1 to 15,000,000
   * @param nameControl how a surname becomes a name control in the records
   */
  public SyntheticRecords(int count, UnaryOperator<String> nameControl) {
    this.people = SyntheticPeople.make(count, DemoWorld.SEED);
    this.nameControl = nameControl;
  }

  /**
   * COMMITS them, with the view that the reader's role may see.
   *
   * @param owner of the database
   * @return false if it held records before and was left alone
   */
  public boolean fill(Connection owner) throws SQLException, IOException {
    return RecordsDatabase.load(owner, people, nameControl);
  }

  /** Writes them down, one row a person and address. */
  public void writeCsv(Path file) throws IOException {
    RecordsDatabase.writeCsv(people, file);
  }
}
