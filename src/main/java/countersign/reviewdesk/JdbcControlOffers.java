package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code control_offer}: who opened which control case. */
final class JdbcControlOffers {
  private final JdbcClient jdbc;

  JdbcControlOffers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records that this person opened a control case. */
  void opened(RequestKey key, String account, Instant at) {
    jdbc.sql(
            "insert into control_offer (id, account, at) values (?, ?, ?) on conflict (id, account) do nothing")
        .params(key.toString(), account, Timestamp.from(at))
        .update();
  }

  /** Who opened which control case, in the order of time. */
  Map<RequestKey, List<String>> openedBy(Collection<RequestKey> keys) {
    return jdbc
        .sql("select id, account from control_offer where id = any(?) order by at")
        .param(keys.stream().map(RequestKey::toString).toArray(String[]::new))
        .query(
            (row, number) ->
                Map.entry(RequestKey.parse(row.getString("id")), row.getString("account")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
