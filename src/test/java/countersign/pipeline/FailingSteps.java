package countersign.pipeline;

import countersign.intake.ReceivedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every step of the routes, one of which fails when it is told to. Public for Camel's sake. */
public final class FailingSteps {
  private final List<String> done = new ArrayList<>();
  private @Nullable ReceivedFile received;
  private String failing = "";
  private @Nullable RuntimeException with;

  /** What may be uploaded, and whither. */
  public record Dispatched(String partner) {}

  /** As if nothing had happened, and no step fails. */
  void forgets(ReceivedFile arriving) {
    done.clear();
    received = arriving;
    failing = "";
    with = null;
  }

  void failsAt(String step, RuntimeException thrown) {
    failing = step;
    with = thrown;
  }

  /** What the next arrival turns out to be. */
  void receives(ReceivedFile file) {
    received = file;
  }

  List<String> done() {
    return done;
  }

  private <T> T step(String name, T result) {
    if (name.equals(failing) && with != null) {
      throw with;
    }
    done.add(name);
    return result;
  }

  /** Step of the route arrival. */
  public Object receive(Object body, String name, long bytes, String partner) {
    return step("receive", Objects.requireNonNull(received));
  }

  /** Step. */
  public Object open(Object body) {
    return step("open", body);
  }

  /** Step. */
  public Object read(Object body) {
    return step("read", body);
  }

  /** Step. */
  public Object decline(Object body) {
    return step("decline", body);
  }

  /** Step. */
  public Object reopen(Object body) {
    return step("reopen", Objects.requireNonNull(received));
  }

  /** Step. */
  public Object acknowledge(Object body) {
    return step("acknowledge", body);
  }

  /** Step. */
  public Object load(Object body) {
    return step("load", body);
  }

  /** Step. */
  public Object match(Object body) {
    return step("match", body);
  }

  /** Step. */
  public Object redact(Object body) {
    return step("redact", body);
  }

  /** Step. */
  public Object draft(Object body) {
    return step("draft", body);
  }

  /** Step. */
  public Object release(Object body) {
    return step("release", body);
  }

  /** Step. */
  public Object seal(Object body) {
    return step("seal", body);
  }

  /** Step. */
  public Object dispatch(Object body) {
    return step("dispatch", new Dispatched("p"));
  }

  /** What the partner's edge does with a dispatched file. */
  public Object upload(Object body) {
    return step("upload", body);
  }

  /** Step. */
  public Object deliver(Object body) {
    return step("deliver", body);
  }

  /** Step. */
  public Object find(Object body) {
    return step("find", body);
  }
}
