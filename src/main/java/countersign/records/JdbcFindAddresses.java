package countersign.records;

import countersign.request.FaultKind;
import countersign.request.Request.Address;
import countersign.request.Unavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link FindAddresses} on the view {@code records.taxpayer_address}, with a database role that may
 * read nothing else. One statement for each slice. Stateless, thread-safe.
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

  /** Creates the look-up on this data source. */
  public JdbcFindAddresses(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  @Override
  public List<FoundRecord> find(List<LookupKey> keys) {
    try {
      return query(keys).query(JdbcFindAddresses::row).list();
    } catch (DataAccessException e) {
      // The cause is omitted, because a database's message may contain a taxpayer's value.
      throw new Unavailable(
          "RECORDS_DOWN",
          "The record source does not answer (%s). The slice is looked up again."
              .formatted(FaultKind.rootWords(e)),
          null);
    }
  }

  private JdbcClient.StatementSpec query(List<LookupKey> keys) {
    List<String> tins = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    List<String> zips = new ArrayList<>();
    for (LookupKey one : keys) {
      Terms terms = terms(one);
      tins.addAll(terms.tins());
      dates.addAll(terms.dates());
      zips.addAll(terms.zips());
    }
    return dates.isEmpty()
        ? jdbc.sql(FIND).param(array(tins))
        : jdbc.sql(FIND_WITHOUT_TIN).param(array(tins)).param(array(dates)).param(array(zips));
  }

  /** What one key adds to the parameters of the statement; as many dates as ZIP codes. */
  private record Terms(List<String> tins, List<String> dates, List<String> zips) {}

  private static Terms terms(LookupKey one) {
    return switch (one.key()) {
      case TIN -> new Terms(List.of(((LookupKey.ByTin) one).tin()), List.of(), List.of());
      case BIRTH_DATE_AND_ZIP -> {
        LookupKey.ByBirthDateAndZip born = (LookupKey.ByBirthDateAndZip) one;
        yield new Terms(List.of(), List.of(born.birthDate().toString()), List.of(born.zip()));
      }
    };
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
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
