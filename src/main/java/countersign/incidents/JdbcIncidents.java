package countersign.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code incident} and its steps. Writes run in the caller's change. */
final class JdbcIncidents {
  private final JdbcClient jdbc;

  JdbcIncidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long open(Incident.Cause cause, String subject, String by, Instant at) {
    return jdbc.sql(
            "insert into incident (cause, subject, opened_by, opened_at) values (?, ?, ?, ?) returning number")
        .params(cause.name(), subject, by, Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  /** Whether there is an incident of that cause about it; closed ones count only for a recall. */
  boolean isKnown(Incident.Cause cause, String subject) {
    return jdbc.sql(
            "select exists (select from incident where cause = ? and subject = ? and (closed_at is null or cause = 'RECALL'))")
        .params(cause.name(), subject)
        .query(Boolean.class)
        .single();
  }

  /** Locks an incident until the change ends. */
  Optional<Incident> lock(long number) {
    jdbc.sql("select 1 from incident where number = ? for update")
        .param(number)
        .query()
        .listOfRows();
    return find(number);
  }

  void tell(long incident, Incident.Office office, String by, Instant at) {
    jdbc.sql("insert into incident_told (incident, office, told_by, at) values (?, ?, ?, ?)")
        .params(incident, office.name(), by, Timestamp.from(at))
        .update();
  }

  void proposeClosing(long number, String by, Instant at) {
    jdbc.sql(
            "update incident set closing_proposed_by = ?, closing_proposed_at = ? where number = ?")
        .params(by, Timestamp.from(at), number)
        .update();
  }

  void close(long number, String by, Instant at) {
    jdbc.sql("update incident set closed_by = ?, closed_at = ? where number = ?")
        .params(by, Timestamp.from(at), number)
        .update();
  }

  /** Records a step of the clock; false if it was recorded before. */
  boolean step(long incident, int hours, Instant at) {
    return jdbc.sql(
                "insert into incident_step (incident, hours, at) values (?, ?, ?) on conflict do nothing")
            .params(incident, hours, Timestamp.from(at))
            .update()
        == 1;
  }

  Optional<Incident> find(long number) {
    return jdbc.sql("select * from incident where number = ?")
        .param(number)
        .query(this::row)
        .optional();
  }

  /** Every incident; open ones first, then the newest. */
  List<Incident> all() {
    return jdbc.sql("select * from incident order by closed_at is not null, number desc")
        .query(this::row)
        .list();
  }

  private Incident row(ResultSet row, int index) throws SQLException {
    Timestamp closed = row.getTimestamp("closed_at");
    return new Incident(
        row.getLong("number"),
        Incident.Cause.valueOf(row.getString("cause")),
        row.getString("subject"),
        row.getString("opened_by"),
        row.getTimestamp("opened_at").toInstant(),
        told(row.getLong("number")),
        row.getString("closing_proposed_by"),
        row.getString("closed_by"),
        closed == null ? null : closed.toInstant());
  }

  private List<Incident.Told> told(long incident) {
    return jdbc.sql("select office, told_by, at from incident_told where incident = ? order by at")
        .param(incident)
        .query(
            (row, index) ->
                new Incident.Told(
                    Incident.Office.valueOf(row.getString("office")),
                    row.getString("told_by"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }
}
