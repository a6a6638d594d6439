package countersign.intake;

import countersign.stops.StopCoverage;
import countersign.stops.Stops;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link StopCoverage} in the table {@code request}. Stateless. */
final class JdbcStopCoverage implements StopCoverage {
  private static final String OF_SINGLE_REQUESTS =
      """
      select exists (select from stop where (kind = 'VETO' or scope in ('SUBJECT', 'DISTRICT'))
        and not exists (select from stop_lift lift where lift.stop = stop.number))
      """;
  private static final String COVERED =
      """
      select s.id, stop.kind from request_status s
        join request r on r.file_id = s.file_id and r.number = s.number
        join file f on f.id = s.file_id
        join stop on (stop.kind = 'VETO' or stop.scope in ('SUBJECT', 'DISTRICT'))
          and stop_covers(stop.scope, stop.value, array(select k.key from stop_key k where k.stop = stop.number), f.agreement, f.agency, f.id,
            f.received_at, r.officers, r.subject_key, r.subject_key_last_year, r.district_key)
      where s.id = any(?) and not exists (select from stop_lift lift where lift.stop = stop.number)
      """;

  private final JdbcClient jdbc;

  JdbcStopCoverage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Stops.Halted halted(Supplier<? extends Collection<String>> requests) {
    if (!jdbc.sql(OF_SINGLE_REQUESTS).query(Boolean.class).single()) {
      return Stops.Halted.NONE;
    }
    Set<String> stopped = new HashSet<>();
    Set<String> vetoed = new HashSet<>();
    jdbc.sql(COVERED)
        .param(requests.get().toArray(String[]::new))
        .query(
            row -> {
              Set<String> ids = row.getString("kind").equals("VETO") ? vetoed : stopped;
              ids.add(row.getString("id"));
            });
    return new Stops.Halted(stopped, vetoed);
  }
}
