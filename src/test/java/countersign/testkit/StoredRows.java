package countersign.testkit;

import countersign.request.FileId;
import countersign.request.RequestKey;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries of a gateway's database, and assertions about what is stored there. */
public class StoredRows {
  private final DataSource database;
  private final JdbcClient jdbc;

  /** Creates the queries of that database. */
  public StoredRows(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
  }

  /** The database, with the application's role. */
  public final DataSource database() {
    return database;
  }

  /** Statements that no other method offers. */
  public final JdbcClient jdbc() {
    return jdbc;
  }

  /** The only row of a query. */
  public final Map<String, Object> row(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query().singleRow();
  }

  /** The text column of a query. */
  public final List<String> list(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(String.class).list();
  }

  /** The number that a query returns. */
  public final long count(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(Long.class).single();
  }

  /** The ids of the work that waits at this stage. */
  public final List<String> work(String stage) {
    return list("select id from work where stage = ? and state = 'WAITING' order by id", stage);
  }

  /** The state of a file. */
  public final String state(FileId file) {
    return only("select state from file where id = ?", file.value());
  }

  /** The state of a request. */
  public final String state(RequestKey request) {
    return only("select state from request_status where id = ?", request.toString());
  }

  /** The codes of a file itself. */
  public final List<String> codes(FileId file) {
    return list("select unnest(file_codes) from file where id = ?", file.value());
  }

  /** The details of a file's codes, each with its line. */
  public final List<String> details(FileId file) {
    return list(
        "select (d ->> 'detail') || coalesce(' ' || (d ->> 'line'), '') from file, jsonb_array_elements(file_details) d where id = ?",
        file.value());
  }

  /** State and codes of each request, in the order of the file; for example {@code TAKEN{}}. */
  public final List<String> told(FileId file) {
    return list(
        "select state || codes::text from request_status where file_id = ? order by number",
        file.value());
  }

  /** State and codes of a request; for example {@code TAKEN{}}. */
  public final String told(RequestKey request) {
    return only("select state || codes::text from request_status where id = ?", request.toString());
  }

  private String only(String sql, String id) {
    return jdbc.sql(sql).param(id).query(String.class).single();
  }

  /** Begins a sentence about a file. */
  public final FileAssert assertThatFile(FileId file) {
    return FileAssert.assertThatFile(jdbc, file);
  }

  /** Begins a sentence about a request. */
  public final RequestAssert assertThatRequest(RequestKey request) {
    return RequestAssert.assertThatRequest(jdbc, request);
  }
}
