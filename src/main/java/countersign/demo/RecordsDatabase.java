package countersign.demo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills the database of synthetic records: one table, and one view with the columns that the
 * reader's role needs.
 */
final class RecordsDatabase {
  private static final String COLUMNS =
      "tin,tin_type,given_name,middle_name,surname,suffix,birth_date,line1,line2,city,state,postal_code,period,last_known";

  private final String url;

  /**
   * Connects to a database.
   *
   * @param url JDBC address with the login of its owner or of the superuser
   */
  RecordsDatabase(String url) {
    this.url = url;
  }

  /** Loads the people unless the database already contains some. */
  void load(List<SyntheticPerson> people) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url)) {
      load(connection, people);
    }
  }

  /**
   * Loads the people unless the database already contains some; the connection belongs to the owner
   * of the database.
   *
   * @return false if it already contains some
   */
  static boolean load(Connection connection, List<SyntheticPerson> people)
      throws SQLException, IOException {
    try (Statement sql = connection.createStatement()) {
      if (isFilled(sql)) {
        return false;
      }
      connection.setAutoCommit(false);
      fill(connection, sql, csv(people, true));
      connection.commit();
      return true;
    }
  }

  private static void fill(Connection connection, Statement sql, String rows)
      throws SQLException, IOException {
    sql.execute("create schema records");
    sql.execute(
        """
        create table records.taxpayer (
          tin text not null, tin_type text not null, given_name text not null, middle_name text, surname text not null,
          suffix text, birth_date date not null, line1 text not null, line2 text, city text not null, state text not null,
          postal_code text not null, period text not null, last_known boolean not null, name_control text not null)
        """);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy records.taxpayer (" + COLUMNS + ",name_control) from stdin with (format csv)",
            new StringReader(rows));
    sql.execute("create index taxpayer_tin on records.taxpayer (tin)");
    sql.execute("create index taxpayer_birth on records.taxpayer (birth_date, postal_code)");
    sql.execute("create view records.taxpayer_address as select * from records.taxpayer");
    sql.execute("grant usage on schema records to records_reader");
    sql.execute("grant select on records.taxpayer_address to records_reader");
    sql.execute("analyze records.taxpayer");
  }

  private static boolean isFilled(Statement sql) throws SQLException {
    try (ResultSet there = sql.executeQuery("select to_regclass('records.taxpayer')")) {
      there.next();
      return there.getString(1) != null;
    }
  }

  /** Replaces the people in the database. */
  void replace(List<SyntheticPerson> people) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute("drop schema if exists records cascade");
    }
    load(people);
  }

  /** Writes {@code people.csv} completely or not at all: one row per person and address. */
  static void writeCsv(List<SyntheticPerson> people, Path file) throws IOException {
    DemoSecrets.write(file.toAbsolutePath(), COLUMNS + "\n" + csv(people, false));
  }

  private static String csv(List<SyntheticPerson> people, boolean withControl) {
    StringBuilder rows = new StringBuilder();
    for (SyntheticPerson person : people) {
      for (SyntheticPerson.Home home : person.homes()) {
        row(rows, person, home);
        if (withControl) {
          rows.append(',').append(SyntheticNames.control(person.surname()));
        }
        rows.append('\n');
      }
    }
    return rows.toString();
  }

  private static void row(StringBuilder out, SyntheticPerson person, SyntheticPerson.Home home) {
    out.append(person.tin()).append(",ITIN,");
    field(out, person.givenName());
    field(out, person.middleName());
    field(out, person.surname());
    field(out, person.suffix());
    field(out, person.birthDate().toString());
    field(out, home.line1());
    field(out, home.line2());
    field(out, home.city());
    field(out, home.state());
    field(out, home.postalCode());
    out.append(home.period()).append(',').append(home.equals(person.lastKnown()));
  }

  private static void field(StringBuilder out, @Nullable String value) {
    if (value != null) {
      out.append(value);
    }
    out.append(',');
  }
}
