package countersign.authority;

import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Stops} in the tables {@code stop} and {@code stop_lift}. Stateless, thread-safe. */
final class JdbcStops implements Stops {
  private static final String SELECT =
      """
      select stop.*, lift.lifted_by, lift.lifted_at, lift.reason as lift_reason
      from stop left join stop_lift lift on lift.stop = stop.number
      """;
  private static final int VALUE_CHARACTERS = 128;
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final Uploads uploads;

  JdbcStops(JdbcClient jdbc, Lifecycle lifecycle, StopsLock lock, Uploads uploads) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.uploads = uploads;
  }

  @Override
  public List<Stop> all() {
    return jdbc.sql(SELECT + "order by lift.stop is not null, number desc")
        .query(JdbcStops::stop)
        .list();
  }

  @Override
  public List<Stop> active(Stop.Disclosure disclosure) {
    return jdbc
        .sql(SELECT + "where lift.stop is null order by number")
        .query(JdbcStops::stop)
        .list()
        .stream()
        .filter(stop -> stop.covers(disclosure))
        .toList();
  }

  @Override
  public Optional<Stop> find(long number) {
    return jdbc.sql(SELECT + "where number = ?").param(number).query(JdbcStops::stop).optional();
  }

  @Override
  public Stop set(Stop.Scope scope, String value, Actor actor, String reason) {
    String given = requireReason(reason);
    boolean everything = scope == Stop.Scope.ALL;
    if (everything != value.equals("*") || value.isBlank() || value.length() > VALUE_CHARACTERS) {
      throw new IllegalArgumentException(
          "A stop of everything has the value *; every other stop names one agreement, agency, file or officer");
    }
    return lifecycle.change(
        actor,
        change -> {
          lock.exclusive();
          Timestamp now = Timestamp.from(change.now());
          long number =
              jdbc.sql(
                      """
                      insert into stop (scope, value, reason, set_by, set_at)
                      values (?, ?, ?, ?, ?) returning number
                      """)
                  .params(scope.name(), value, given, actor.id(), now)
                  .query(Long.class)
                  .single();
          putInForce(change.now());
          change.event(Verb.STOP, subject(number), Map.of("scope", scope.name(), "value", value));
          return find(number).orElseThrow();
        });
  }

  @Override
  public Optional<Stop> lift(long number, Actor actor, String reason) {
    String given = requireReason(reason);
    return lifecycle.change(
        actor,
        change -> {
          lock.exclusive();
          Optional<Stop> found = find(number);
          if (found.filter(Stop::active).isEmpty()) {
            return found;
          }
          if (found.get().setBy().equals(actor.id())) {
            throw new SamePerson(found.get());
          }
          jdbc.sql("insert into stop_lift (stop, lifted_by, lifted_at, reason) values (?, ?, ?, ?)")
              .params(number, actor.id(), Timestamp.from(change.now()), given)
              .update();
          change.event(
              Verb.LIFT,
              subject(number),
              Map.of("scope", found.get().scope().name(), "value", found.get().value()));
          return find(number);
        });
  }

  @Override
  public int confirm() {
    boolean waits =
        jdbc.sql(
                """
                select exists (select from stop where in_force_at is null
                  and not exists (select from stop_lift lift where lift.stop = stop.number))
                """)
            .query(Boolean.class)
            .single();
    return waits ? lifecycle.change(Actor.GATEWAY, change -> putInForce(change.now())) : 0;
  }

  /**
   * An upload has ended when its file is DELIVERED or its upload time has passed, measured by the
   * database's clock as dispatch does.
   */
  private int putInForce(Instant now) {
    int inForce = 0;
    for (Stop stop : all()) {
      if (stop.active()
          && stop.inForceAt() == null
          && !uploads.isUnderWay(stop.scope(), stop.value())) {
        jdbc.sql("update stop set in_force_at = ? where number = ?")
            .params(Timestamp.from(now), stop.number())
            .update();
        inForce++;
      }
    }
    return inForce;
  }

  private static String requireReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A stop is set and lifted with a reason");
    }
    return reason.strip();
  }

  private static String subject(long number) {
    return "stop/" + number;
  }

  private static Stop stop(ResultSet row, int index) throws SQLException {
    Instant liftedAt = instant(row, "lifted_at");
    return new Stop(
        row.getLong("number"),
        Stop.Scope.valueOf(row.getString("scope")),
        row.getString("value"),
        row.getString("reason"),
        row.getString("set_by"),
        row.getObject("set_at", OffsetDateTime.class).toInstant(),
        instant(row, "in_force_at"),
        liftedAt == null
            ? null
            : new Stop.Lifting(row.getString("lifted_by"), liftedAt, row.getString("lift_reason")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
