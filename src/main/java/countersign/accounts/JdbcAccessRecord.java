package countersign.accounts;

import countersign.lifecycle.Change;
import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link AccessRecord} on the tables {@code access_record} and {@code failed_sign_in}. Thread-safe.
 */
final class JdbcAccessRecord implements AccessRecord, EveryMinute {
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final Clock clock;

  JdbcAccessRecord(JdbcClient jdbc, Lifecycle lifecycle, Clock clock) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  private record Failure(Instant minute, String source, String account, int times) {}

  /** An entry before it is stored. */
  private record NewEntry(
      Kind kind, String account, String source, String what, String subject, int times) {}

  /** Records a sign-in. */
  void signedIn(String account, String source, Door door) {
    lifecycle.run(
        Actor.person(account),
        change -> {
          long event =
              change
                  .event(
                      Verb.SIGN_IN,
                      "account/" + account,
                      Map.of("source", source, "door", door.name()))
                  .id();
          store(
              new NewEntry(Kind.SIGN_IN, account, source, door.name(), "", 1), event, change.now());
        });
  }

  /** Records that failures locked a password. */
  void locked(String account, String source) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          long event = change.event(Verb.LOCK, "account/" + account, Map.of("source", source)).id();
          store(new NewEntry(Kind.LOCK, account, source, "", "", 1), event, change.now());
        });
  }

  /**
   * Counts a failure. The minute's failures of one source become one event when the minute is over.
   *
   * @param account name of an account, or {@link SignInSources#UNKNOWN}
   */
  void failed(String account, String source) {
    jdbc.sql(
            """
            insert into failed_sign_in as f (minute, source, account, times) values (?, ?, ?, 1)
            on conflict (minute, source, account) do update set times = f.times + 1
            """)
        .params(Timestamp.from(thisMinute()), source, account)
        .update();
  }

  @Override
  public void viewed(
      String account, @Nullable String address, Sight what, Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    String source = SignInSources.of(address);
    boolean one = subjects.size() == 1;
    String subject = one ? subjects.iterator().next() : "parked";
    Map<String, String> facts =
        one
            ? Map.of("source", source, "what", what.name())
            : Map.of("source", source, "what", what.name(), "ids", String.join(" ", subjects));
    lifecycle.run(
        Actor.person(account),
        change -> {
          long event = change.event(Verb.VIEW, subject, facts).id();
          for (String each : subjects) {
            store(
                new NewEntry(Kind.VIEW, account, source, what.name(), each, 1),
                event,
                change.now());
          }
        });
  }

  /** Turns the failures of earlier minutes into events, one for each source and minute. */
  @Override
  public void run() {
    lifecycle.run(Actor.GATEWAY, this::record);
  }

  private void record(Change change) {
    List<Failure> over =
        jdbc.sql(
                "delete from failed_sign_in where minute < ? returning minute, source, account, times")
            .param(Timestamp.from(thisMinute()))
            .query(
                (row, number) ->
                    new Failure(
                        row.getTimestamp("minute").toInstant(),
                        row.getString("source"),
                        row.getString("account"),
                        row.getInt("times")))
            .list();
    over.stream()
        .collect(
            Collectors.groupingBy(
                failure -> failure.minute() + " " + failure.source(),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .forEach(together -> recordFailures(change, together));
  }

  private void recordFailures(Change change, List<Failure> together) {
    Failure first = together.get(0);
    Map<String, String> facts = new TreeMap<>();
    facts.put("source", first.source());
    facts.put("minute", first.minute().toString());
    facts.put("times", String.valueOf(together.stream().mapToInt(Failure::times).sum()));
    facts.put(
        "accounts",
        together.stream()
            .map(failure -> failure.account() + ":" + failure.times())
            .sorted()
            .collect(Collectors.joining(" ")));
    long event = change.event(Verb.SIGN_IN_FAILED, "source/" + first.source(), facts).id();
    for (Failure failure : together) {
      store(
          new NewEntry(
              Kind.SIGN_IN_FAILED, failure.account(), failure.source(), "", "", failure.times()),
          event,
          failure.minute());
    }
  }

  private void store(NewEntry entry, long event, Instant at) {
    jdbc.sql(
            """
            insert into access_record (event_id, kind, account, source, what, subject, times, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            event,
            entry.kind().name(),
            entry.account(),
            entry.source(),
            entry.what(),
            entry.subject(),
            entry.times(),
            Timestamp.from(at))
        .update();
  }

  @Override
  public List<Entry> entries(Filter filter, int most) {
    run();
    LocalDate day = filter.day().orElse(null);
    return jdbc.sql(
            """
            select id, kind, account, source, what, subject, times, at from access_record
            where (:account::text is null or account = :account)
              and (:subject::text is null or subject = :subject or subject like :below)
              and (:from::timestamptz is null or (at >= :from and at < :to))
              and (:before::bigint is null
                or (at, id) < (select b.at, b.id from access_record b where b.id = :before)
                or (id < :before and not exists (select from access_record b where b.id = :before)))
            order by at desc, id desc limit :most
            """)
        .param("account", filter.account().orElse(null))
        .param("subject", filter.subject().orElse(null))
        .param("below", filter.subject().map(JdbcAccessRecord::below).orElse(null))
        .param("from", day == null ? null : start(day))
        .param("to", day == null ? null : start(day.plusDays(1)))
        .param("before", filter.before().orElse(null))
        .param("most", most)
        .query(JdbcAccessRecord::entry)
        .list();
  }

  /** The pattern of everything that belongs to a file. */
  private static String below(String subject) {
    return subject.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "/%";
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("account"),
        row.getString("source"),
        row.getString("what"),
        row.getString("subject"),
        row.getInt("times"),
        row.getTimestamp("at").toInstant());
  }

  private static Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private Instant thisMinute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }
}
