package countersign.reviewdesk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code kept_text}. A text that was not changed for a week, and all but an author's 50
 * newest, go with the next one. Thread-safe.
 */
final class JdbcKeptTexts implements KeptTexts {
  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final int NEWEST = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcKeptTexts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void keep(String form, String author, String text) {
    if (!KeptTexts.canKeep(form, text)) {
      throw new IllegalArgumentException("This form or text cannot be kept");
    }
    Instant now = clock.instant();
    if (text.isBlank()) {
      jdbc.sql("delete from kept_text where account = ? and form = ?")
          .params(author, form)
          .update();
    } else {
      jdbc.sql(
              """
              insert into kept_text (account, form, text, saved_at) values (?, ?, ?, ?)
              on conflict (account, form) do update set text = excluded.text, saved_at = excluded.saved_at
              """)
          .params(author, form, text, Timestamp.from(now))
          .update();
    }
    jdbc.sql(
            """
            delete from kept_text old where old.saved_at < :before or old.account = :author and old.form not in (
              select newest.form from kept_text newest where newest.account = :author order by newest.saved_at desc, newest.form limit :most)
            """)
        .param("before", Timestamp.from(now.minus(LIFETIME)))
        .param("author", author)
        .param("most", NEWEST)
        .update();
  }

  @Override
  public Map<String, String> below(String path, String author) {
    return jdbc
        .sql(
            "select substr(form, length(:path) + 1) as name, text from kept_text where account = :author and starts_with(form, :path)")
        .param("path", path)
        .param("author", author)
        .query((row, number) -> Map.entry(row.getString("name"), row.getString("text")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
