package countersign.intake;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.request.Environment;
import countersign.request.FileDetail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.screening.ScreeningPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code file}. Every write runs in the caller's transaction. */
public final class JdbcFiles {
  private static final String SELECT =
      """
      select id, partner, agency, coalesce(inbox_name, name) as name, size_bytes, encode(sealed_sha256, 'hex') as sha256, received_at, state,
        file_codes, agreement, requester, rule_set, moved_at is not null as moved
      from file
      """;

  private final JdbcClient jdbc;

  public JdbcFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<FileRow> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(JdbcFiles::row).optional();
  }

  /** The file of that name and content that was received last. */
  Optional<FileRow> same(String agency, String name, String sha256) {
    return jdbc.sql(
            SELECT
                + "where agency = ? and coalesce(inbox_name, name) = ? and sealed_sha256 = decode(?, 'hex') order by received_at desc limit 1")
        .params(agency, name, sha256)
        .query(JdbcFiles::row)
        .optional();
  }

  boolean contentKnown(String agency, String sha256, String exceptId) {
    return jdbc.sql(
            "select exists (select from file where agency = ? and sealed_sha256 = decode(?, 'hex') and id <> ?)")
        .params(agency, sha256, exceptId)
        .query(Boolean.class)
        .single();
  }

  /** Whether the agency's file with that id was refused. */
  boolean wasRefused(String agency, FileId id) {
    return jdbc.sql(
            "select exists (select from file where agency = ? and id = ? and state = 'REFUSED')")
        .params(agency, id.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether the id, or its number in the agency's sequence, is used up. */
  boolean used(FileId id) {
    if (id.isReceipt()) {
      return find(id.value()).isPresent();
    }
    return jdbc.sql(
            """
            select exists (select from file where id = :id
              or (agency = :agency and environment = :environment and sequence = :sequence))
            """)
        .param("id", id.value())
        .param("agency", id.agency())
        .param("environment", id.environment().name())
        .param("sequence", id.sequence())
        .query(Boolean.class)
        .single();
  }

  /**
   * A file whose bytes are kept, with the result of stage 1.
   *
   * @param sender what is known of it from the inbox
   * @param details faults that stage 1 found; empty if there are none
   */
  record Arrived(
      FileId id,
      FileRow sender,
      Environment environment,
      long bytes,
      String sha256,
      List<FileDetail> details) {
    List<ReasonCode> codes() {
      return details.stream().map(FileDetail::code).distinct().toList();
    }
  }

  /** Stores a received file, which uses up its id. */
  void received(Change change, Arrived file) {
    FileId id = file.id();
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("id", id.value());
    columns.put("partner", file.sender().partner());
    columns.put("agency", file.sender().agency());
    columns.put("environment", (id.isNamed() ? id.environment() : file.environment()).name());
    columns.put("sequence", id.isNamed() ? (Integer) id.sequence() : null);
    columns.put("name", file.sender().name());
    columns.put("size_bytes", file.bytes());
    columns.put("sealed_sha256", HexFormat.of().parseHex(file.sha256()));
    columns.put("received_at", Timestamp.from(file.sender().receivedAt()));
    columns.put("file_codes", ReasonCode.names(file.codes()));
    columns.put(
        "file_details", new SqlParameterValue(Types.OTHER, FileDetail.json(file.details())));
    change.enter(Entity.FILE, FileState.RECEIVED, columns);
  }

  /** The details that {@link #received} or {@link #codes} stored last. */
  List<FileDetail> details(FileId id) {
    return jdbc.sql(
            """
            select d ->> 'code' as code, d ->> 'detail' as detail, (d ->> 'line')::bigint as line
            from file, jsonb_array_elements(file_details) with ordinality as e (d, place) where id = ? order by place
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new FileDetail(
                    ReasonCode.valueOf(row.getString("code")),
                    FileDetail.Detail.valueOf(row.getString("detail")),
                    row.getObject("line", Long.class)))
        .list();
  }

  /** Records that the file is in the inbox again, perhaps by another name, to be moved again. */
  void backInInbox(FileId id, String name) {
    jdbc.sql("update file set inbox_name = ?, moved_at = null where id = ?")
        .params(name, id.value())
        .update();
  }

  /** The file of that name and size that was seen last in the inbox. */
  Optional<FileRow> inInbox(String partner, String name, long size) {
    return jdbc.sql(
            SELECT
                + "where partner = ? and coalesce(inbox_name, name) = ? and size_bytes = ? order by moved_at is null desc, received_at desc limit 1")
        .params(partner, name, size)
        .query(JdbcFiles::row)
        .optional();
  }

  /** Names of judged files that are not known to have left the inbox. */
  List<String> unmoved(String partner) {
    return jdbc.sql(
            "select distinct coalesce(inbox_name, name) from file where partner = ? and moved_at is null and state <> 'RECEIVED'")
        .param(partner)
        .query(String.class)
        .list();
  }

  /** Marks every judged file of that name as moved. */
  List<FileId> moved(String partner, String name, Instant at) {
    return jdbc
        .sql(
            "update file set moved_at = ? where partner = ? and coalesce(inbox_name, name) = ? and moved_at is null and state <> 'RECEIVED' returning id")
        .params(Timestamp.from(at), partner, name)
        .query(String.class)
        .list()
        .stream()
        .map(FileId::new)
        .toList();
  }

  /** Stores the header. A value that has not the form of an id is stored sealed only. */
  void judged(
      FileId id,
      RequestHeader header,
      byte[] headerSealed,
      ScreeningPolicy.HeaderScreening finding) {
    RequestHeader.Requester requester = header.requester();
    jdbc.sql(
            "update file set agreement = ?, requester = ?, rule_set = ?, rules_applied = ?, header_sealed = ? where id = ?")
        .params(
            Arrays.asList(
                idOrNull(header.agreement()),
                idOrNull(requester == null ? null : requester.registerId()),
                finding.ruleSet(),
                finding.applied().toArray(String[]::new),
                headerSealed,
                id.value()))
        .update();
  }

  private static @Nullable String idOrNull(@Nullable String id) {
    return id != null && id.matches("[A-Za-z0-9._-]{1,64}") ? id : null;
  }

  /** Stores how many requests a file has, and how many of them are refused. */
  void counted(FileId file, JdbcRequests.RequestCounts counts) {
    jdbc.sql("update file set requests = ?, refused = ? where id = ?")
        .params(counts.all(), counts.refused(), file.value())
        .update();
  }

  /** Records that the first acknowledgement of the file is in the outbox. */
  void acknowledged(FileId file, Instant at) {
    jdbc.sql("update file set acknowledged_at = coalesce(acknowledged_at, ?) where id = ?")
        .params(Timestamp.from(at), file.value())
        .update();
  }

  /** Whether the file was taken and its first acknowledgement is in the outbox. */
  boolean isAcknowledged(FileId file) {
    return jdbc.sql(
            "select exists (select from file where id = ? and state = 'IN_PROGRESS' and acknowledged_at is not null)")
        .param(file.value())
        .query(Boolean.class)
        .single();
  }

  void answered(FileId file, Instant at) {
    jdbc.sql("update file set answered_at = ? where id = ?")
        .params(Timestamp.from(at), file.value())
        .update();
  }

  /** Replaces the codes of a file; returns the digest of codes and details, for its event. */
  String codes(
      FileId id, Collection<ReasonCode> codes, List<FileDetail> details, Instant judgedAt) {
    return jdbc.sql(
            """
            update file set file_codes = ?, file_details = ?::jsonb, judged_at = ? where id = ?
            returning encode(sha256(convert_to(array_to_string(file_codes, ' ') || file_details::text, 'UTF8')), 'hex')
            """)
        .params(
            ReasonCode.names(codes), FileDetail.json(details), Timestamp.from(judgedAt), id.value())
        .query(String.class)
        .single();
  }

  /** Judged files that wait, in the order of their numbers. */
  List<FileRow> waiting() {
    return jdbc.sql(
            SELECT
                + "where state in ('HELD', 'QUARANTINED') and not 'F120_NOT_JUDGED' = any(file_codes) order by agency, environment, sequence")
        .query(JdbcFiles::row)
        .list();
  }

  /** Whether no file used a smaller number, and no person took a later file in spite of it. */
  boolean gapBefore(FileId id) {
    return jdbc.sql(
            """
            with passed as (
              select coalesce(max(sequence), 0) as number from file
              where agency = :agency and environment = :environment and sequence < :sequence
                and state in ('IN_PROGRESS', 'ANSWERED'))
            select count(*) filter (where f.state <> 'RECEIVED' and not (f.state = 'HELD' and 'F105_SEQUENCE_GAP' = any(f.file_codes)))
              < :sequence - 1 - max(passed.number)
            from passed left join file f on f.agency = :agency and f.environment = :environment
              and f.sequence > passed.number and f.sequence < :sequence
            """)
        .param("agency", id.agency())
        .param("environment", id.environment().name())
        .param("sequence", id.sequence())
        .query(Boolean.class)
        .single();
  }

  private static FileRow row(ResultSet row, int number) throws SQLException {
    String[] codes = (String[]) row.getArray("file_codes").getArray();
    return new FileRow(
        new FileId(row.getString("id")),
        row.getString("partner"),
        row.getString("agency"),
        row.getString("name"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getTimestamp("received_at").toInstant(),
        FileState.valueOf(row.getString("state")),
        Arrays.stream(codes).map(ReasonCode::valueOf).toList(),
        row.getString("agreement"),
        row.getString("requester"),
        row.getString("rule_set"),
        row.getBoolean("moved"));
  }
}
