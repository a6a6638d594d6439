package countersign.stops;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables {@code stop}, {@code stop_lift} and {@code stop_lift_proposal}. Stateless. */
final class JdbcStopRows {
  private static final String SELECT =
      """
      select stop.*, lift.lifted_by, lift.lifted_at, lift.reason as lift_reason, asked.number as proposal,
        asked.proposed_by, asked.counsel as proposed_as_counsel, asked.proposed_at, asked.expires_at, asked.reason as proposal_reason
      from stop left join stop_lift lift on lift.stop = stop.number
        left join lateral (
          select * from stop_lift_proposal p where p.stop = stop.number order by p.number desc limit 1) asked on true
      """;

  private final JdbcClient jdbc;

  JdbcStopRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every stop and veto: those that are not lifted first, each part newest first. */
  List<Stop> all() {
    return jdbc.sql(SELECT + "order by lift.stop is not null, stop.number desc")
        .query(JdbcStopRows::stop)
        .list();
  }

  /** Those that are not lifted, oldest first. */
  List<Stop> active() {
    return jdbc.sql(SELECT + "where lift.stop is null order by stop.number")
        .query(JdbcStopRows::stop)
        .list();
  }

  Optional<Stop> find(long number) {
    return jdbc.sql(SELECT + "where stop.number = ?")
        .param(number)
        .query(JdbcStopRows::stop)
        .optional();
  }

  private static Stop stop(ResultSet row, int index) throws SQLException {
    Instant liftedAt = instant(row, "lifted_at");
    return new Stop(
        row.getLong("number"),
        Stop.Kind.valueOf(row.getString("kind")),
        Stop.Scope.valueOf(row.getString("scope")),
        row.getString("value"),
        row.getString("reason"),
        row.getString("set_by"),
        row.getObject("set_at", OffsetDateTime.class).toInstant(),
        instant(row, "in_force_at"),
        proposal(row),
        liftedAt == null
            ? null
            : new Stop.Lifting(row.getString("lifted_by"), liftedAt, row.getString("lift_reason")));
  }

  private static Stop.@Nullable Proposal proposal(ResultSet row) throws SQLException {
    Instant at = instant(row, "proposed_at");
    Instant expiresAt = instant(row, "expires_at");
    return at == null || expiresAt == null
        ? null
        : new Stop.Proposal(
            row.getLong("proposal"),
            row.getString("proposed_by"),
            row.getBoolean("proposed_as_counsel"),
            at,
            expiresAt,
            row.getString("proposal_reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
