package countersign.lifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Leases} as database rows. The holder id is random and changes with each process. */
final class JdbcLeases implements Leases {
  private final JdbcClient jdbc;
  private final Map<String, Long> fences = new ConcurrentHashMap<>();
  private final String holder = UUID.randomUUID().toString();

  JdbcLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public OptionalLong take(String name, Duration duration) {
    OptionalLong fence = tryToTake(name, duration);
    fence.ifPresent(number -> fences.put(name, number));
    return fence;
  }

  private OptionalLong tryToTake(String name, Duration duration) {
    return jdbc.sql(
            """
            insert into lease as l (name, holder, until, fence)
            values (:name, :holder, clock_timestamp() + :millis * interval '1 millisecond', 1)
            on conflict (name) do update set
              fence = case when l.holder = excluded.holder then l.fence else l.fence + 1 end,
              holder = excluded.holder, until = excluded.until
            where l.holder = excluded.holder or l.holder is null or l.until < clock_timestamp()
            returning fence
            """)
        .param("name", name)
        .param("holder", holder)
        .param("millis", duration.toMillis())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public void assertHeld(String name, long fence) {
    boolean held =
        jdbc.sql("select 1 from lease where name = ? and holder = ? and fence = ? for share")
            .params(name, holder, fence)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!held) {
      throw new IllegalStateException(
          "Lease %s with fence %d was taken over by another gateway. Nothing was changed."
              .formatted(name, fence));
    }
  }

  @Override
  public void assertHeld(String name) {
    assertHeld(name, fences.getOrDefault(name, 0L));
  }

  @Override
  public void release(String name) {
    jdbc.sql("update lease set holder = null where name = ? and holder = ?")
        .params(name, holder)
        .update();
  }
}
