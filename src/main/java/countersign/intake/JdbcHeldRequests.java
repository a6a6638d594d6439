package countersign.intake;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.RowSource;
import countersign.lifecycle.RowsToMove;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Held files, and what becomes of held requests. Every write runs in the caller's transaction. */
final class JdbcHeldRequests {
  /** True for a file of the wanted agency. */
  private static final String OF_AGENCY =
      "(cast(:agency as text) is null or upper(split_part(f.id, '_', 1)) = upper(:agency))";

  /** True if the time of its agreement ends early enough; %s is the time since which it waits. */
  private static final String LAPSES =
      """
      (cast(:agreements as text[]) is null or exists (
        select from unnest(cast(:agreements as text[]), cast(:latest as timestamptz[])) as one(agreement, latest)
        where one.agreement = coalesce(f.agreement, '') and %s <= one.latest))
      """;

  private static final String FILES =
      """
      select f.id, coalesce(f.judged_at, f.received_at) as since from file f where f.state in ('HELD', 'QUARANTINED')
        and %s and %s and (cast(:agreements as text[]) is null or not f.file_codes && cast(:others as text[]))
      order by since, f.id limit :most
      """
          .formatted(OF_AGENCY, LAPSES.formatted("coalesce(f.judged_at, f.received_at)"));

  private static final String REQUESTS =
      """
      select s.file_id, s.request_id, s.codes, s.changed_at, f.partner, coalesce(f.agreement, '') as agreement
      from request_status s join file f on f.id = s.file_id
      where s.state = 'HELD' and f.state = 'IN_PROGRESS' and %s and %s
      order by s.changed_at, s.file_id, s.number limit :most
      """
          .formatted(OF_AGENCY, LAPSES.formatted("s.changed_at"));

  private final JdbcClient jdbc;

  /**
   * Which held items are wanted.
   *
   * @param agency the requesting agency; null for all
   * @param latest for each agreement, the time since which an item waits at the latest; null for
   *     all
   */
  record Wanted(@Nullable String agency, @Nullable Map<String, Instant> latest) {
    JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
      return statement
          .param("agency", agency)
          .param("agreements", latest == null ? null : latest.keySet().toArray(String[]::new))
          .param(
              "latest",
              latest == null
                  ? null
                  : latest.values().stream().map(Instant::toString).toArray(String[]::new));
    }
  }

  JdbcHeldRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Files with held requests, and held files, even if all their requests are refused. */
  List<FileId> files() {
    return jdbc
        .sql(
            "select file_id from request_status where state = 'HELD' union select id from file where state = 'HELD'")
        .query(String.class)
        .list()
        .stream()
        .map(FileId::new)
        .toList();
  }

  /** The agreements of files in which something may be held; an empty text for none. */
  List<String> agreements() {
    return jdbc.sql(
            "select distinct coalesce(agreement, '') from file where state in ('HELD', 'QUARANTINED', 'IN_PROGRESS')")
        .query(String.class)
        .list();
  }

  /** When each waiting file got its codes; the oldest is first. */
  Map<FileId, Instant> waitingFiles(int most, Wanted wanted) {
    Map<FileId, Instant> since = new LinkedHashMap<>();
    String[] others =
        Arrays.stream(ReasonCode.values())
            .filter(code -> !FileRow.isForPeople(code))
            .map(ReasonCode::name)
            .toArray(String[]::new);
    wanted
        .in(jdbc.sql(FILES))
        .param("others", others)
        .param("most", most)
        .query(
            row -> {
              since.put(new FileId(row.getString("id")), row.getTimestamp("since").toInstant());
            });
    return since;
  }

  /** A held request of a file that was taken. */
  record HeldRequest(
      RequestKey key, String partner, String agreement, List<ReasonCode> codes, Instant since) {}

  /** The held requests of files that were taken; the oldest is first. */
  List<HeldRequest> waitingRequests(int most, Wanted wanted) {
    return wanted
        .in(jdbc.sql(REQUESTS))
        .param("most", most)
        .query(
            (row, number) ->
                new HeldRequest(
                    new RequestKey(
                        new FileId(row.getString("file_id")), row.getString("request_id")),
                    row.getString("partner"),
                    row.getString("agreement"),
                    Arrays.stream((String[]) row.getArray("codes").getArray())
                        .map(ReasonCode::valueOf)
                        .toList(),
                    row.getTimestamp("changed_at").toInstant()))
        .list();
  }

  /** Whether a file got its codes before {@code moment}. */
  boolean judgedBefore(FileId file, Instant moment) {
    return jdbc.sql("select exists (select from file where id = ? and judged_at < ?)")
        .params(file.value(), Timestamp.from(moment))
        .query(Boolean.class)
        .single();
  }

  /** Requests of a file that have been held since before {@code moment}. */
  List<String> before(FileId file, Instant moment) {
    return jdbc.sql(
            "select request_id from request_status where file_id = ? and state = 'HELD' and changed_at < ? order by number")
        .params(file.value(), Timestamp.from(moment))
        .query(String.class)
        .list();
  }

  /** Takes the held requests of a file that carry no code of their own, into slices and groups. */
  int takeHeld(Change change, FileId file) {
    return take(change, file, "");
  }

  /** Takes one held request, whatever held it. */
  int take(Change change, FileId file, String requestId) {
    String verdict =
        """
        verdict as (select s.id, s.number, r.officers, 'TAKEN' as state
          from request_status s join request r on r.file_id = s.file_id and r.number = s.number
          where s.file_id = :file and s.state = 'HELD'
            and case when :one = '' then s.codes = '{}' else s.request_id = :one end),
        """;
    return change.moveWhere(
        new RowSource(
            verdict + JdbcRequests.PLACED,
            Map.of("file", file.value(), "one", requestId, "now", Timestamp.from(change.now()))),
        new RowsToMove(
            Entity.REQUEST,
            RequestState.HELD,
            RequestState.TAKEN,
            "slice = p.slice, group_id = p.group_id, changed_at = :now",
            "placed p",
            "p.id = moved.id"),
        JdbcRequests.SLICES);
  }

  /** Refuses held requests with one more code: one, or all if {@code requestId} is empty. */
  int refuseHeld(Change change, FileId file, String requestId, Set<ReasonCode> added) {
    return change.moveWhere(
        new RowSource(
            "",
            Map.of(
                "file",
                file.value(),
                "one",
                requestId,
                "added",
                added.stream().map(ReasonCode::name).toArray(String[]::new),
                "now",
                Timestamp.from(change.now()))),
        new RowsToMove(
            Entity.REQUEST,
            RequestState.HELD,
            RequestState.REFUSED,
            """
            changed_at = :now,
              codes = array(select distinct c from unnest(codes || cast(:added as text[])) c order by c)
            """,
            "",
            "file_id = :file and (:one = '' or request_id = :one)"));
  }
}
