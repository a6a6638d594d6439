package countersign.vault;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link WrappedKeys} in PostgreSQL; takes part in the caller's transaction. */
final class JdbcWrappedKeys implements WrappedKeys {
  private final JdbcClient jdbc;

  JdbcWrappedKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<StoredKey> find(DataKey key) {
    return jdbc.sql("select wrapped, destroyed_at from vault_key where name = ?")
        .param(key.name())
        .query(
            (row, number) -> {
              Timestamp destroyed = row.getTimestamp("destroyed_at");
              return new StoredKey(
                  row.getBytes("wrapped"), destroyed == null ? null : destroyed.toInstant());
            })
        .optional();
  }

  @Override
  public void add(DataKey key, byte[] wrapped) {
    jdbc.sql(
            "insert into vault_key (name, purpose, wrapped) values (?, ?, ?) on conflict do nothing")
        .params(key.name(), key.purpose().name(), wrapped)
        .update();
  }

  @Override
  public void destroy(DataKey key) {
    jdbc.sql("select destroy_key(?, ?)")
        .params(key.name(), key.purpose().name())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select from vault_key)").query(Boolean.class).single();
  }
}
