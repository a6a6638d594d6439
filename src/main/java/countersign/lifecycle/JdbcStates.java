package countersign.lifecycle;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL statements that set the state of an {@link Entity}; no other class sets one. Every write
 * runs in the caller's transaction. Stateless.
 */
final class JdbcStates {
  private final JdbcClient jdbc;

  JdbcStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> lock(Entity entity, String id) {
    return jdbc.sql("select state from " + entity.table() + " where id = ? for update")
        .param(id)
        .query(String.class)
        .optional();
  }

  boolean move(Entity entity, String id, Set<? extends Enum<?>> from, Enum<?> to) {
    Transitions.check(entity, from, to);
    String found = lock(entity, id).orElse("no such row");
    if (found.equals(to.name())) {
      return false;
    }
    if (from.stream().noneMatch(state -> state.name().equals(found))) {
      String expected = from.stream().map(Enum::name).sorted().collect(Collectors.joining(" or "));
      throw new UnexpectedState(entity, id, expected, found);
    }
    jdbc.sql("update " + entity.table() + " set state = ?, version = version + 1 where id = ?")
        .params(to.name(), id)
        .update();
    return true;
  }

  int moveAll(Entity entity, Collection<String> ids, Enum<?> from, Enum<?> to) {
    Transitions.check(entity, Set.of(from), to);
    if (ids.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            "update "
                + entity.table()
                + " set state = ?, version = version + 1 where id = any(?) and state = ?")
        .params(to.name(), ids.toArray(String[]::new), from.name())
        .update();
  }

  int moveWhere(RowSource rows, RowsToMove moving, List<RowsToInsert> beside) {
    Map<String, Object> parameters = new HashMap<>(rows.parameters());
    parameters.put("state_from", moving.from().name());
    parameters.put("state_to", moving.to().name());
    String sql =
        with(rows, beside, parameters)
            + "update %s moved set state = :state_to, version = moved.version + 1, %s %s where moved.state = :state_from and (%s)"
                .formatted(
                    moving.entity().table(),
                    moving.set(),
                    moving.joined().isEmpty() ? "" : "from " + moving.joined(),
                    moving.where());
    return jdbc.sql(sql).params(parameters).update();
  }

  void enter(Entity entity, Enum<?> first, Map<String, ? extends @Nullable Object> columns) {
    Transitions.checkFirst(entity, Set.of(first));
    String names = String.join(", ", columns.keySet());
    String values = columns.keySet().stream().map(":"::concat).collect(Collectors.joining(", "));
    jdbc.sql(
            "insert into %s (state, %s) values (:state_first, %s)"
                .formatted(entity.table(), names, values))
        .params(columns)
        .param("state_first", first.name())
        .update();
  }

  int enterAll(RowSource rows, RowsToInsert main, List<RowsToInsert> beside) {
    Map<String, Object> parameters = new HashMap<>(rows.parameters());
    String sql = with(rows, beside, parameters) + insert(main, "state_first", parameters);
    return jdbc.sql(sql).params(parameters).update();
  }

  private static String with(
      RowSource rows, List<RowsToInsert> beside, Map<String, Object> parameters) {
    StringBuilder with = new StringBuilder(rows.with());
    for (int i = 0; i < beside.size(); i++) {
      with.append(with.isEmpty() ? "" : ", ")
          .append("entering_%d as (".formatted(i))
          .append(insert(beside.get(i), "state_first_" + i, parameters))
          .append(")");
    }
    return with.isEmpty() ? "" : "with " + with + "\n";
  }

  /**
   * An insert whose rows get a null state, which the column rejects, if the state is not allowed.
   */
  private static String insert(
      RowsToInsert entering, String parameter, Map<String, Object> parameters) {
    parameters.put(
        parameter, entering.first().stream().map(Enum::name).sorted().toArray(String[]::new));
    return "insert into %s (state, %s) select case when state = any(cast(:%s as text[])) then state end, %s from %s"
        .formatted(
            entering.entity().table(),
            entering.columns(),
            parameter,
            entering.columns(),
            entering.source());
  }
}
