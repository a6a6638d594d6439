package countersign.pipeline;

import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records what happens to work items, as {@code park lookup X CAUSE}. */
final class FakeWork implements Work {
  private final List<String> fates = new ArrayList<>();
  private boolean away;

  List<String> fates() {
    return fates;
  }

  /** Resets to the initial state. */
  void forgets() {
    fates.clear();
    away = false;
  }

  /** Makes the database fail from now on. */
  void isAway() {
    away = true;
  }

  private void note(String... words) {
    if (away) {
      throw new IllegalStateException("the database is away");
    }
    fates.add(String.join(" ", words));
  }

  @Override
  public boolean later(WorkQueue queue, String id, String cause, int maxAttempts) {
    note("later", queue.queueName(), id, cause);
    return true;
  }

  @Override
  public void park(WorkQueue queue, String id, String cause) {
    note("park", queue.queueName(), id, cause);
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  @Override
  public void drop(WorkQueue queue, String id) {
    note("drop", queue.queueName(), id);
  }

  @Override
  public int relay(int max, Consumer<List<QueuedWork>> send) {
    return 0;
  }

  @Override
  public int hasten(WorkQueue queue, String cause) {
    return 0;
  }

  @Override
  public int resend(java.time.Duration age) {
    return 0;
  }

  @Override
  public boolean retry(WorkQueue queue, String id, Actor actor, String reason) {
    note("retry", queue.queueName(), id);
    return true;
  }

  @Override
  public boolean discard(WorkQueue queue, String id, Actor actor, String reason) {
    note("discard", queue.queueName(), id);
    return true;
  }

  @Override
  public List<QueuedWork> rows(@Nullable WorkQueue queue, boolean parkedOnly, int max) {
    return List.of();
  }

  @Override
  public List<Depth> depths() {
    return List.of();
  }
}
