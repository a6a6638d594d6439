package countersign.intake;

import countersign.lifecycle.BulkRows;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.RowSource;
import countersign.lifecycle.RowsToInsert;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestState;
import countersign.request.SliceId;
import countersign.request.Tier;
import countersign.screening.FileLimits;
import countersign.vault.DataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code request}, {@code request_status}, {@code slice} and new ones of {@code
 * request_group}. Every write runs in the caller's transaction.
 */
final class JdbcRequests {
  /** Codes that hold a request instead of refusing it. */
  private static final String[] SOFT =
      Arrays.stream(ReasonCode.values())
          .filter(code -> code.tier() != Tier.REJECT)
          .map(Enum::name)
          .toArray(String[]::new);

  /*
   * Grouped instead of joined: no table has statistics about the rows of this transaction, so a join
   * of two common table expressions is planned as if each held one row.
   */
  private static final String VERDICT =
      """
      judged as (select number, min(request_id) as request_id, min(officers) as officers,
          case when count(*) = 1 then coalesce(string_to_array(nullif(min(code), ''), ' '), '{}')
            else array(select distinct c from unnest(string_to_array(string_agg(code, ' '), ' ')) c where c <> '' order by c) end as codes
        from found group by number),
      verdict as (select *, case
          when :refused or not codes <@ cast(:soft as text[]) then 'REFUSED'
          when :held or cardinality(codes) > 0 then 'HELD'
          else 'TAKEN' end as state from judged),
      """;

  /**
   * Slices in the order of the file, groups by the set of officers; both go on after what is there.
   */
  static final String PLACED =
      """
      placed as materialized (select *,
          case when state = 'TAKEN' then (select coalesce(max(number), 0) from slice where file_id = :file)
            + (row_number() over (partition by state order by number) - 1) / %d + 1 end as slice,
          case when state = 'TAKEN' then :file || '/g' || ((select count(*) from request_group where file_id = :file)
            + dense_rank() over (partition by state order by officers)) end as group_id
        from verdict),
      new_groups as (insert into request_group (id, file_id, officers, requests)
        select group_id, :file, officers, count(*) from placed where state = 'TAKEN' group by group_id, officers),
      new_slices as (select distinct :file || '/' || slice as id, :file as file_id, slice as number, state
        from placed where state = 'TAKEN')
      """
          .formatted(SliceId.MAX_REQUESTS);

  /** The slices that {@link #PLACED} found to be missing. */
  static final RowsToInsert SLICES =
      new RowsToInsert(
          Entity.SLICE, Set.of(RequestState.TAKEN), "id, file_id, number", "new_slices");

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  JdbcRequests(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /**
   * Stores a batch.
   *
   * @param rows the rows of {@code request} and the block of their bodies, or nothing
   */
  void copy(List<byte[]> rows) {
    if (!rows.isEmpty()) {
      bulk.copy(RequestRows.COPY, rows.get(0));
      bulk.copy(RequestRows.COPY_BLOCK, rows.get(1));
    }
  }

  /** Stores the hashes of the persons in a file that is refused for its form. */
  void copySubjects(byte[] block) {
    bulk.copy(RefusedSubjects.COPY, block);
  }

  /** The effect of the file's own verdict on each of its requests. */
  enum Whole {
    /** The file is refused, and so are all its requests. */
    REFUSED,
    /** The file is held: requests that are not refused wait. */
    HELD,
    /** The file is taken: each request has its own verdict. */
    TAKEN
  }

  /**
   * The result of the file's stages, from which its requests are judged.
   *
   * @param whole the effect on each request
   * @param comparison null if stage 5 was not reached, so that requests are not compared
   * @param before which files there are to compare it with
   * @param loaded officers with too many open subjects
   */
  record Judging(
      Whole whole,
      @Nullable FileLimits comparison,
      JdbcFileHistory.Before before,
      List<String> loaded) {}

  /** Gives every request of a file its state, once, after all of them have been stored. */
  void judge(Change change, FileRow file, Judging judging) {
    FileLimits comparison = judging.comparison();
    Map<String, Object> parameters = new HashMap<>();
    if (comparison != null) {
      parameters.putAll(
          JdbcFileWideChecks.numbers(file, comparison, judging.before(), judging.loaded()));
    }
    parameters.put("file", file.id().value());
    parameters.put("soft", SOFT);
    parameters.put("refused", judging.whole() == Whole.REFUSED);
    parameters.put("held", judging.whole() == Whole.HELD);
    parameters.put("now", Timestamp.from(change.now()));
    String stand =
        """
        , stands as (select :file || '/' || request_id as id, :file as file_id, number, request_id, state, codes, slice,
          group_id, cast(:now as timestamptz) as changed_at from placed)
        """;
    change.enterAll(
        new RowSource(JdbcFileWideChecks.found(comparison) + VERDICT + PLACED + stand, parameters),
        new RowsToInsert(
            Entity.REQUEST,
            Set.of(RequestState.REFUSED, RequestState.HELD, RequestState.TAKEN),
            "id, file_id, number, request_id, codes, slice, group_id, changed_at",
            "stands"),
        SLICES);
  }

  /**
   * Numbers of a file's requests by state.
   *
   * @param all all of them
   * @param refused refused before any look-up
   * @param held waiting for a person
   */
  record RequestCounts(int all, int refused, int held) {
    int taken() {
      return all - refused - held;
    }
  }

  RequestCounts counts(FileId file) {
    return jdbc.sql(
            """
            select count(*) as all, count(*) filter (where state = 'REFUSED') as refused,
              count(*) filter (where state = 'HELD') as held
            from request_status where file_id = ?
            """)
        .param(file.value())
        .query(
            (row, number) ->
                new RequestCounts(row.getInt("all"), row.getInt("refused"), row.getInt("held")))
        .single();
  }

  /** Whether some request of a file is neither refused nor answered and delivered. */
  boolean hasOpen(FileId file) {
    return jdbc.sql(
            """
            select exists (select from request_status
              where file_id = ? and state not in ('REFUSED', 'DELIVERED', 'RECALLED', 'ANSWERED_BEFORE'))
            """)
        .param(file.value())
        .query(Boolean.class)
        .single();
  }

  /** Requests before their look-up that a response answered before the database was restored. */
  List<String> answeredBefore(FileId file) {
    return jdbc.sql(
            """
            select before.request from answered_before before join request_status s on s.id = before.request
            where s.file_id = ? and s.state in ('HELD', 'TAKEN')
            """)
        .param(file.value())
        .query(String.class)
        .list();
  }

  /** Keeps the requests that a response answered, of known and of unknown files. */
  void insertAnswered(String responseId, List<FileProgress.Answered> answered) {
    jdbc.sql(
            """
            insert into answered_before (request, response_id, outcome, item_sha256)
            select j.request, :id, j.outcome, decode(j.item, 'hex')
            from unnest(cast(:requests as text[]), cast(:outcomes as text[]), cast(:items as text[])) as j (request, outcome, item)
            on conflict do nothing
            """)
        .param("id", responseId)
        .param(
            "requests",
            answered.stream().map(one -> one.request().toString()).toArray(String[]::new))
        .param(
            "outcomes",
            answered.stream().map(FileProgress.Answered::outcome).toArray(String[]::new))
        .param(
            "items",
            answered.stream().map(FileProgress.Answered::itemSha256).toArray(String[]::new))
        .update();
  }

  /** Slices with requests that have not been looked up yet. */
  List<String> slicesTaken(FileId file) {
    return jdbc.sql("select id from slice where file_id = ? and state = 'TAKEN' order by number")
        .param(file.value())
        .query(String.class)
        .list();
  }

  /**
   * One request with its verdict.
   *
   * @param slice its slice, 0 if it is not taken
   */
  record Judged(int number, String requestId, String state, List<String> codes, int slice) {}

  /** Reads the canonical bytes of a file's requests. */
  JdbcRequestBodies bodies(FileId file, DataCipher cipher) {
    return new JdbcRequestBodies(jdbc, cipher, file);
  }

  /** Requests {@code from} to {@code from + count - 1} in the order of the file. */
  List<Judged> page(FileId file, int from, int count) {
    return jdbc.sql(
            """
            select number, request_id, state, codes, coalesce(slice, 0) as slice from request_status
            where file_id = ? and number between ? and ? order by number
            """)
        .params(file.value(), from, from + count - 1)
        .query(JdbcRequests::judged)
        .list();
  }

  /** The requests of a slice that are still only taken. */
  List<Judged> slice(SliceId slice) {
    return jdbc.sql(
            """
            select number, request_id, state, codes, slice from request_status
            where file_id = ? and slice = ? and state = 'TAKEN' order by number
            """)
        .params(slice.file().value(), slice.number())
        .query(JdbcRequests::judged)
        .list();
  }

  private static Judged judged(ResultSet row, int index) throws SQLException {
    return new Judged(
        row.getInt("number"),
        row.getString("request_id"),
        row.getString("state"),
        List.of((String[]) row.getArray("codes").getArray()),
        row.getInt("slice"));
  }
}
