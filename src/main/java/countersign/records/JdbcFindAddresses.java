package countersign.records;

import countersign.request.Request.Address;
import countersign.request.Unavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link FindAddresses} over the view {@code records.taxpayer_address}, as a role that may read
 * nothing else. One statement a slice. Stateless, thread-safe.
 */
public final class JdbcFindAddresses implements FindAddresses {
  private static final String FIND =
      """
      select tin, name_control, given_name, middle_name, surname, suffix, birth_date,
        line1, line2, city, state, postal_code, period, last_known
      from records.taxpayer_address
      where tin = any(?)
      """;
  private static final String FIND_WITHOUT_TIN =
      """
      select tin, name_control, given_name, middle_name, surname, suffix, birth_date,
        line1, line2, city, state, postal_code, period, last_known
      from records.taxpayer_address
      where tin = any(?) or tin in (
        select tin from records.taxpayer_address
        where birth_date = any(?::date[]) and left(postal_code, 5) = any(?))
      """;

  private final JdbcClient jdbc;

  /** Reads from this data source. */
  public JdbcFindAddresses(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  @Override
  public List<FoundRecord> find(List<Wanted> wanted) {
    String[] tins = wanted.stream().flatMap(one -> tin(one).stream()).toArray(String[]::new);
    List<Wanted.ByBirthDateAndZip> unnumbered =
        wanted.stream()
            .filter(Wanted.ByBirthDateAndZip.class::isInstance)
            .map(Wanted.ByBirthDateAndZip.class::cast)
            .toList();
    try {
      JdbcClient.StatementSpec query =
          unnumbered.isEmpty()
              ? jdbc.sql(FIND).param(tins)
              : jdbc.sql(FIND_WITHOUT_TIN)
                  .param(tins)
                  .param(
                      unnumbered.stream()
                          .map(one -> one.birthDate().toString())
                          .toArray(String[]::new))
                  .param(
                      unnumbered.stream()
                          .map(Wanted.ByBirthDateAndZip::zip)
                          .toArray(String[]::new));
      return query.query(JdbcFindAddresses::row).list();
    } catch (DataAccessException e) {
      // Without its cause: a database's message may repeat a value that was asked for.
      throw new Unavailable(
          "RECORDS_DOWN",
          "The record source does not answer (%s). The slice is looked up again."
              .formatted(e.getClass().getSimpleName()),
          null);
    }
  }

  private static List<String> tin(Wanted wanted) {
    return wanted instanceof Wanted.ByTin byTin ? List.of(byTin.tin()) : List.of();
  }

  private static FoundRecord row(ResultSet row, int number) throws SQLException {
    return new FoundRecord(
        row.getString("tin"),
        row.getString("name_control"),
        new FoundRecord.Name(
            row.getString("given_name"),
            row.getString("middle_name"),
            row.getString("surname"),
            row.getString("suffix")),
        row.getString("birth_date"),
        new Address(
            row.getString("line1"),
            row.getString("line2"),
            row.getString("city"),
            row.getString("state"),
            row.getString("postal_code")),
        row.getString("period"),
        row.getBoolean("last_known"));
  }
}
