package countersign.delivery;

import countersign.journal.PastFiles;
import countersign.journal.UnknownFile;
import countersign.journal.UploadJournal;
import countersign.request.AcknowledgementId;
import countersign.request.FileId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names that no file in a partner's folder has, unless the gateway put it there on a newer
 * database: the partner's next request file, and the next acknowledgement of each of its last
 * files. Responses have names that nobody can guess; the journal names them. Stateless.
 *
 * @see <a href="../../../../../docs/decisions/0036-the-folders-tell-of-a-lost-past.md">decision
 *     36</a>
 */
final class JdbcPastFiles implements PastFiles {
  private static final int LAST_FILES = 200;
  private static final int MOST_DAYS = 60;
  private static final List<String> FORMS = List.of(".req.ndjson.pgp", ".req.csv.pgp");

  private final JdbcClient jdbc;
  private final UploadJournal journal;

  JdbcPastFiles(JdbcClient jdbc, UploadJournal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  @Override
  public List<UnknownFile> names(String partner, LocalDate today) {
    List<UnknownFile> names = new ArrayList<>();
    jdbc.sql(
            """
            select f.id, coalesce(max(a.number), 0) + 1 as next from file f left join acknowledgement a on a.file_id = f.id
            where f.partner = ? and f.id not like '%.dsp.%' group by f.id order by max(f.received_at) desc limit ?
            """)
        .params(partner, LAST_FILES)
        .query(
            (row, number) ->
                new AcknowledgementId(new FileId(row.getString("id")), row.getInt("next")))
        .list()
        .forEach(id -> names.add(new UnknownFile(partner, "outbox", id.fileName())));
    jdbc.sql(
            "select id from file where partner = ? and sequence is not null order by sequence desc limit 1")
        .param(partner)
        .query(String.class)
        .optional()
        .map(FileId::new)
        .filter(last -> last.sequence() < FileId.LAST_SEQUENCE) // no file can come after that one
        .ifPresent(last -> names.addAll(next(partner, last, today)));
    return names;
  }

  /** The partner numbers its files; the date in the name is any from the last file's to today. */
  private static List<UnknownFile> next(String partner, FileId last, LocalDate today) {
    LocalDate first = today.minusDays(MOST_DAYS);
    List<UnknownFile> names = new ArrayList<>();
    last.date()
        .datesUntil(today.plusDays(2).isBefore(last.date()) ? last.date() : today.plusDays(2))
        .filter(day -> !day.isBefore(first))
        .forEach(
            day -> {
              String id =
                  "%s_%s_%s_%04d"
                      .formatted(
                          last.agency(),
                          last.environment(),
                          DateTimeFormatter.BASIC_ISO_DATE.format(day),
                          last.sequence() + 1);
              for (String form : FORMS) {
                names.add(new UnknownFile(partner, "archive", id + form));
                names.add(new UnknownFile(partner, "rejected", id + form));
              }
              AcknowledgementId answer = new AcknowledgementId(new FileId(id), 1);
              names.add(new UnknownFile(partner, "outbox", answer.fileName()));
            });
    return names;
  }

  @Override
  public boolean recordUnknown(UnknownFile file) {
    boolean known =
        jdbc.sql(
                """
                select exists (select from file where partner = :partner and name = :name)
                  or exists (select from acknowledgement where partner = :partner and id = :id)
                """)
            .param("partner", file.partner())
            .param("name", file.name())
            .param("id", file.name().replace(".json.pgp", ""))
            .query(Boolean.class)
            .single();
    return !known && journal.recordUnknown(file);
  }

  @Override
  public void uploadsWait(String partner) {
    journal.foldersWait(partner);
  }

  @Override
  public void uploadsGoOn(String partner) {
    journal.foldersCompared(partner);
  }
}
