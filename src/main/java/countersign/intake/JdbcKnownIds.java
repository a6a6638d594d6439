package countersign.intake;

import countersign.stops.KnownIds;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link KnownIds} in the tables {@code file} and {@code request_group}. Stateless. */
final class JdbcKnownIds implements KnownIds {
  private final JdbcClient jdbc;

  JdbcKnownIds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> files(int most) {
    return jdbc.sql("select id from file order by received_at desc, id desc limit ?")
        .param(most)
        .query(String.class)
        .list();
  }

  @Override
  public boolean isFile(String id) {
    return jdbc.sql("select exists (select from file where id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<String> agencies() {
    return jdbc.sql("select distinct agency from file where agency <> ''")
        .query(String.class)
        .list();
  }

  @Override
  public List<String> officers() {
    return jdbc.sql("select distinct unnest(officers) from request_group")
        .query(String.class)
        .list();
  }
}
