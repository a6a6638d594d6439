package countersign.intake;

import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.screening.FileLimits;
import countersign.validation.Presence;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** File codes that follow from all requests of a file together and from earlier files. */
public final class JdbcFileHistory {

  /** A refused file of the agency whose subjects this file names again. */
  private static final String REFUSED =
      "(select f.state = 'REFUSED' and f.agency = :agency and f.received_at between :since and :until from file f where f.id = h.file_id)";

  /** One row for each refused file that this one repeats. */
  private static final String REPEATED =
      """
      with asked as materialized (
        select subject_key, subject_key_last_year, bool_and(cured) as cured from request where file_id = :file group by 1, 2)
      select before.file_id, bool_and(asked.cured) as cured from asked
      cross join lateral (
        select distinct file_id from (
          select h.file_id from request h
            where h.subject_key = any(array[asked.subject_key, asked.subject_key_last_year]) and h.file_id <> :file and %s
          union all
          select h.file_id from refused_subject h
            where h.subject_key = any(array[asked.subject_key, asked.subject_key_last_year]) and h.file_id <> :file and %s) each) before
      group by before.file_id
      having count(*) * 100 >= cast(:percent as bigint) * :subjects
      """
          .formatted(REFUSED, REFUSED);

  /** Officers of the file with more subjects than allowed, in this file and open elsewhere. */
  private static final String LOADED =
      """
      with named as materialized (
        select officer, array_agg(distinct coalesce(subject_key_last_year, subject_key)) as subjects
          from request cross join lateral unnest(officers) officer where file_id = :file group by officer),
      loaded as materialized (
        select officer, (select count(distinct one) from unnest(named.subjects || array(
          select unnest(array(
            select (select case when (select f.received_at >= :year from file f where f.id = g.file_id)
                  then coalesce(h.subject_key_last_year, h.subject_key) else h.subject_key end
                from request h where h.file_id = s.file_id and h.number = s.number)
              from request_status s where s.group_id = g.id))
          from request_group g where g.officers @> array[named.officer] and g.file_id <> :file
            and (g.answer_by is null or g.answer_by > :at)
            and (select f.agency = :agency and f.received_at <= :until from file f where f.id = g.file_id))) one) as subjects
        from named)
      select officer, subjects from loaded where subjects > :most
      """;

  private final JdbcClient jdbc;

  public JdbcFileHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Officers with too many subjects.
   *
   * @param officers their ids
   * @param most how many subjects the one with most of them has
   */
  public record Load(List<String> officers, long most) {
    static final Load NONE = new Load(List.of(), 0);
  }

  /**
   * Which other files of the agency have been read, so that needless queries are left out.
   *
   * @param any whether there is a file whose requests can be compared
   * @param lastYear whether there is a file of an earlier year, whose hashes have another key
   */
  record Before(boolean any, boolean lastYear) {}

  Before before(FileRow file) {
    return jdbc.sql(
            """
            select count(header_sealed) > 0 as any, coalesce(bool_or(received_at < ?), false) as last_year from file
            where agency = ? and id <> ?
            """)
        .params(
            Timestamp.from(beginningOfYear(file.receivedAt())), file.agency(), file.id().value())
        .query((row, index) -> new Before(row.getBoolean("any"), row.getBoolean("last_year")))
        .single();
  }

  private record Named(String officer, long subjects) {}

  public Load load(FileRow file, FileLimits comparison) {
    List<Named> named =
        jdbc.sql(LOADED)
            .param("file", file.id().value())
            .param("agency", file.agency())
            .param("at", Timestamp.from(file.receivedAt()))
            .param("year", Timestamp.from(beginningOfYear(file.receivedAt())))
            .param("until", Timestamp.from(comparison.until()))
            .param("most", comparison.limits().officerLoad())
            .query((row, index) -> new Named(row.getString("officer"), row.getLong("subjects")))
            .list();
    return new Load(
        named.stream().map(Named::officer).toList(),
        named.stream().mapToLong(Named::subjects).max().orElse(0));
  }

  private static Instant beginningOfYear(Instant at) {
    int year = at.atZone(ZoneOffset.UTC).getYear();
    return LocalDate.ofYearDay(year, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A refused file, and whether every new request about its subjects states what was cured. */
  private record Repeated(String file, boolean cured) {}

  /**
   * Whether the file repeats the subjects of a refused file without citing it, or one of them
   * without stating what was cured.
   *
   * @param subjects number of different subjects in the file
   */
  public boolean repeatsUncured(
      FileRow file, RequestHeader header, long subjects, FileLimits comparison) {
    Instant since = file.receivedAt().minus(Duration.ofDays(comparison.lookBackDays()));
    if (!refusedBefore(file, since)) {
      return false;
    }
    List<Repeated> repeated =
        jdbc.sql(REPEATED)
            .param("file", file.id().value())
            .param("agency", file.agency())
            .param("since", Timestamp.from(since))
            .param("until", Timestamp.from(comparison.until()))
            .param("percent", comparison.limits().resubmissionPercent())
            .param("subjects", subjects)
            .query((row, index) -> new Repeated(row.getString("file_id"), row.getBoolean("cured")))
            .list();
    RequestHeader.Resubmission cited = header.resubmissionOf();
    boolean cites =
        cited != null
            && !Presence.missing(cited.statement())
            && repeated.stream().anyMatch(one -> one.file().equals(cited.fileId()));
    return !repeated.isEmpty() && !(cites && repeated.stream().allMatch(Repeated::cured));
  }

  /** Number of different subjects in a file that has been read. */
  public long subjects(FileId file) {
    return jdbc.sql("select count(distinct subject_key) from request where file_id = ?")
        .param(file.value())
        .query(Long.class)
        .single();
  }

  private record Given(int number, String codes) {}

  private static List<ReasonCode> codes(Given given) {
    return Arrays.stream(given.codes().split(" ", -1)).distinct().map(ReasonCode::valueOf).toList();
  }

  /** The codes that requests get because of other requests, by their position; writes nothing. */
  public Map<Integer, List<ReasonCode>> codes(FileRow file, FileLimits comparison, Load load) {
    return jdbc
        .sql(
            "with "
                + JdbcFileWideChecks.found(comparison)
                + """
                given as (select number, string_agg(distinct code, ' ') as codes from found where request_id is null group by number)
                select number, codes from given
                """)
        .params(JdbcFileWideChecks.numbers(file, comparison, before(file), load.officers()))
        .param("file", file.id().value())
        .query((row, index) -> new Given(row.getInt("number"), row.getString("codes")))
        .list()
        .stream()
        .collect(Collectors.toMap(Given::number, JdbcFileHistory::codes));
  }

  private boolean refusedBefore(FileRow file, Instant since) {
    return jdbc.sql(
            """
            select exists (select from file f where f.agency = ? and f.state = 'REFUSED' and f.received_at >= ? and f.id <> ?
              and (f.header_sealed is not null or exists (select from refused_subject s where s.file_id = f.id)))
            """)
        .params(file.agency(), Timestamp.from(since), file.id().value())
        .query(Boolean.class)
        .single();
  }

  /** SHA-256 of the codes that the rules gave to the requests of a file, hexadecimal. */
  String codesDigest(FileId file) {
    return jdbc.sql(
            """
            select encode(sha256(coalesce(string_agg(convert_to(number || ' '
              || array_to_string(array(select c from unnest(codes) c order by c), ' ') || E'\\n', 'UTF8'), ''::bytea order by number), ''::bytea)), 'hex')
            from request_status where file_id = ? and codes <> '{}'
            """)
        .param(file.value())
        .query(String.class)
        .single();
  }

  /**
   * SHA-256 of what is stored about a file's header, and of the rules that judged it, hexadecimal.
   */
  String headerDigest(FileId file) {
    return jdbc.sql(
            """
            select encode(sha256(convert_to(concat_ws('|', rule_set, requester, array_to_string(rules_applied, ',')), 'UTF8') || header_sealed), 'hex')
            from file where id = ?
            """)
        .param(file.value())
        .query(String.class)
        .single();
  }
}
