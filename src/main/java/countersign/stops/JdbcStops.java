package countersign.stops;

import countersign.authority.Enrolment;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link Stops} in the tables {@code stop}, {@code stop_key}, {@code stop_lift} and {@code
 * stop_lift_proposal}. Stateless, thread-safe.
 */
final class JdbcStops implements Stops {
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final Uploads uploads;
  private final JdbcStopRows rows;
  private final StopCoverage coverage;
  private final JdbcStopLifting lifting;

  JdbcStops(
      JdbcClient jdbc,
      Lifecycle lifecycle,
      StopsLock lock,
      Uploads uploads,
      StopCoverage coverage,
      Enrolment enrolment) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.uploads = uploads;
    this.coverage = coverage;
    this.rows = new JdbcStopRows(jdbc);
    this.lifting = new JdbcStopLifting(jdbc, lifecycle, lock, rows, enrolment);
  }

  @Override
  public List<Stop> all() {
    return rows.all();
  }

  @Override
  public List<Stop> active(Stop.Disclosure disclosure) {
    return rows.active().stream()
        .filter(stop -> stop.kind() == Stop.Kind.STOP && stop.covers(disclosure))
        .toList();
  }

  @Override
  public Halted halted(Supplier<? extends Collection<String>> requests) {
    return coverage.halted(requests);
  }

  @Override
  public boolean isVetoed(FileId file) {
    return rows.active().stream()
        .anyMatch(
            stop ->
                stop.kind() == Stop.Kind.VETO
                    && stop.scope() == Stop.Scope.FILE
                    && stop.value().equals(file.value()));
  }

  @Override
  public boolean isVetoed(RequestKey request) {
    return !halted(() -> List.of(request.toString())).vetoed().isEmpty();
  }

  @Override
  public Optional<Stop> find(long number) {
    return rows.find(number);
  }

  @Override
  public Stop set(Stop.Kind kind, Stop.Target target, Actor actor, String reason) {
    String given = requireReason(reason);
    Stop.Scope scope = target.scope();
    if (kind == Stop.Kind.VETO && scope != Stop.Scope.FILE && scope != Stop.Scope.SUBJECT) {
      throw new IllegalArgumentException("A veto is on a file or a person");
    }
    return lifecycle.change(
        actor,
        change -> {
          lock.exclusive();
          long number = insert(change, kind, target, actor, given);
          putInForce(change.now());
          change.event(Verb.STOP, subject(number), facts(find(number).orElseThrow()));
          return find(number).orElseThrow();
        });
  }

  private long insert(
      Change change, Stop.Kind kind, Stop.Target target, Actor actor, String reason) {
    long number =
        jdbc.sql(
                """
                insert into stop (kind, scope, value, reason, set_by, set_at)
                values (?, ?, ?, ?, ?, ?) returning number
                """)
            .params(
                kind.name(),
                target.scope().name(),
                target.value(),
                reason,
                actor.id(),
                Timestamp.from(change.now()))
            .query(Long.class)
            .single();
    if (!target.keys().isEmpty()) {
      jdbc.sql("insert into stop_key (stop, key) select ?, decode(k, 'hex') from unnest(?) k")
          .params(number, target.keys().stream().distinct().toArray(String[]::new))
          .update();
    }
    return number;
  }

  @Override
  public Optional<Stop> lift(long number, Lifter lifter, String reason) {
    return lifting.lift(number, lifter, requireReason(reason));
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
    for (Stop stop : rows.active()) {
      if (stop.inForceAt() == null && !uploads.isUnderWay(stop)) {
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

  /** The subject of a stop's events. */
  static String subject(long number) {
    return "stop/" + number;
  }

  /** The facts of each of a stop's events. */
  static Map<String, String> facts(Stop stop) {
    return Map.of("kind", stop.kind().name(), "scope", stop.scope().name(), "value", stop.value());
  }
}
