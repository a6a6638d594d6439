package countersign.pipeline;

import countersign.arrival.ReceivedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fakes of all route steps; one of them fails on demand. Public because Camel calls it. */
public final class FailingSteps {
  private final List<String> done = new ArrayList<>();
  private @Nullable ReceivedFile received;
  private String failing = "";
  private @Nullable RuntimeException with;

  /** A file to upload, and the partner to upload it to. */
  public record Dispatched(String partner) {}

  /** Resets to the initial state, in which no step fails. */
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

  /** Sets the result of the next arrival. */
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

  /** Step of the route {@code arrival}. */
  public Object receive(Object body) {
    return step("receive", Objects.requireNonNull(received));
  }

  /** Step {@code open}. */
  public Object open(Object body) {
    return step("open", body);
  }

  /** Step {@code read}. */
  public Object read(Object body) {
    return step("read", body);
  }

  /** Step {@code unseal}. */
  public Object unseal(Object body) {
    return step("unseal", body);
  }

  /** Step {@code confirm}. */
  public Object confirm(Object body) {
    return step("confirm", body);
  }

  /** Step {@code reopen}. */
  public Object reopen(Object body) {
    return step("reopen", Objects.requireNonNull(received));
  }

  /** Step {@code acknowledge}. */
  public Object acknowledge(Object body) {
    return step("acknowledge", body);
  }

  /** Step {@code load}. */
  public Object load(Object body) {
    return step("load", body);
  }

  /** Step {@code match}. */
  public Object match(Object body) {
    return step("match", body);
  }

  /** Step {@code redact}. */
  public Object redact(Object body) {
    return step("redact", body);
  }

  /** Step {@code draft}. */
  public Object draft(Object body) {
    return step("draft", body);
  }

  /** Step {@code release}. */
  public Object release(Object body) {
    return step("release", body);
  }

  /** Step {@code seal}. */
  public Object seal(Object body) {
    return step("seal", body);
  }

  /** Step {@code dispatch}. */
  public Object dispatch(Object body) {
    return step("dispatch", new Dispatched("p"));
  }

  /** Stands in for the partner's SFTP server. */
  public Object upload(Object body) {
    return step("upload", body);
  }

  /** Step {@code deliver}. */
  public Object deliver(Object body) {
    return step("deliver", body);
  }

  /** Step {@code find}. */
  public Object find(Object body) {
    return step("find", body);
  }
}
