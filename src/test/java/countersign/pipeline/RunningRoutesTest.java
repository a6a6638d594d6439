package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import countersign.routefile.RouteFile;
import countersign.routeproof.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelLifecycleStrategy;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of routes that are replaced, when Camel does not do what it is asked to. */
class RunningRoutesTest {
  private static final Map<String, String> PARTNERS = Map.of("inbox-a", "a", "inbox-b", "b");
  private static final Set<String> BOTH = PARTNERS.keySet();

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leaves = new CountDownLatch(1);
  private final List<String> started = new ArrayList<>();
  private Predicate<String> refusesToEnd = id -> false;
  private RunningRoutes running;

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("slow", (Processor) exchange -> waits());
    camel.addModelLifecycleStrategy(new Refusal());
    camel.getManagementStrategy().addEventNotifier(new Starts());
    Verdict first = verdict(Map.of("inbox-a", "slow", "inbox-b", "slow"));
    PluginHelper.getRoutesLoader(camel).loadRoutes(ProvedRoutes.resources(first));
    camel.start();
    running = new RunningRoutes(first, () -> camel);
    started.clear();
  }

  @AfterEach
  void stop() {
    leaves.countDown();
    camel.stop();
  }

  private void waits() throws InterruptedException {
    entered.countDown();
    leaves.await();
  }

  @Test
  void what_runs_is_told_at_once_while_a_message_keeps_a_route_from_ending() throws Exception {
    CompletableFuture<Object> message =
        camel.createProducerTemplate().asyncSendBody("direct:inbox-a", "a file");
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    Verdict next = verdict(Map.of("inbox-a", "log:x", "inbox-b", "slow"));

    CompletableFuture<Map<String, String>> change =
        CompletableFuture.supplyAsync(() -> running.follow(next, Set.of("inbox-a"), () -> {}));
    await("the change has begun").until(() -> !running.unstarted().isEmpty());

    assertThat(CompletableFuture.supplyAsync(running::partnersWithoutRoutes))
        .succeedsWithin(5, TimeUnit.SECONDS)
        .isEqualTo(Set.of("a"));
    assertThat(change).as("the message is still in the route").isNotDone();
    leaves.countDown();
    assertThat(message).succeedsWithin(30, TimeUnit.SECONDS);
    assertThat(change).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(Map.of());
    assertThat(running.partnersWithoutRoutes()).isEmpty();
  }

  @Test
  void a_route_that_differs_from_what_was_proved_never_starts_and_the_others_do() {
    Verdict next = verdict(Map.of("inbox-a", "log:x", "inbox-b", "log:x"));
    Map<String, List<String>> proved = new TreeMap<>(next.routes());
    proved.put("inbox-a", List.of("bean"));

    Map<String, String> failed = running.follow(with(next, proved), BOTH, () -> {});

    assertThat(failed).containsOnlyKeys("inbox-a");
    assertThat(failed.get("inbox-a")).contains("another route of it than the one that was proved");
    assertThat(started).containsExactly("inbox-b");
    assertThat(camel.getRoute("inbox-a")).isNull();
    assertThat(running.partnersWithoutRoutes()).containsExactly("a");
    assertThat(running.follow(next, running.unstarted(), () -> {})).isEmpty();
    assertThat(started).containsExactly("inbox-b", "inbox-a");
  }

  @Test
  void a_route_that_runs_and_was_not_proved_ends_at_the_next_change() {
    Verdict before = running.get();
    Map<String, List<String>> proved = new TreeMap<>(before.routes());
    proved.remove("inbox-b");

    assertThat(running.follow(with(before, proved), Set.of("inbox-a"), () -> {}))
        .containsOnlyKeys("inbox-b");

    assertThat(camel.getRoute("inbox-b")).isNull();
    assertThat(running.unstarted()).containsExactly("inbox-b");
  }

  @Test
  void a_route_that_does_not_end_is_told_and_the_others_are_replaced() {
    refusesToEnd = "inbox-b"::equals;
    Verdict next = verdict(Map.of("inbox-a", "log:x", "inbox-b", "log:x"));

    assertThat(running.follow(next, BOTH, () -> {}))
        .isEqualTo(Map.of("inbox-b", "It does not end"));

    assertThat(started).containsExactly("inbox-a");
    assertThat(running.partnersWithoutRoutes()).containsExactly("b");
    refusesToEnd = id -> false;
    assertThat(running.follow(next, running.unstarted(), () -> {})).isEmpty();
    assertThat(started).containsExactly("inbox-a", "inbox-b");
  }

  @Test
  void routes_that_nothing_could_replace_are_known_and_begin_at_the_next_change() {
    Verdict next = verdict(Map.of("inbox-b", "log:x"));
    Runnable broken =
        () -> {
          throw new IllegalStateException("No more endpoints.");
        };

    assertThat(running.follow(next, BOTH, broken))
        .isEqualTo(Map.of("inbox-a", "No more endpoints", "inbox-b", "No more endpoints"));

    assertThat(running.partnersWithoutRoutes()).containsExactly("a", "b");
    assertThat(running.follow(next, running.unstarted(), () -> {})).isEmpty();
    assertThat(running.unstarted()).isEmpty();
    assertThat(camel.getRoutes()).extracting("routeId").containsExactly("inbox-b");
  }

  @Test
  void a_rehearsal_loads_each_route_alone_as_a_replacement_does() {
    Verdict next = verdict(Map.of("inbox-a", "log:x", "inbox-b", "log:x"));
    running.rehearse(next);
    Map<String, String> texts = new TreeMap<>(next.texts());
    texts.put("inbox-b", text("inbox-b", "log:x").replace("\"to\"", "\"wireTap\""));
    Verdict other =
        new Verdict(
            next.files(), List.of(), List.of(), next.routes(), Map.of(), texts, next.partners());

    assertThatThrownBy(() -> running.rehearse(other))
        .isInstanceOf(RunningRoutes.NotReplaced.class)
        .hasMessageContaining("they differ in inbox-b");
  }

  private static String text(String id, String to) {
    String step =
        to.equals("slow") ? "{\"process\":{\"ref\":\"slow\"}}" : "{\"to\":{\"uri\":\"log:x\"}}";
    return "[{\"route\":{\"id\":\"%s\",\"from\":{\"uri\":\"direct:%s\",\"steps\":[%s]}}}]"
        .formatted(id, id, step);
  }

  private static Verdict verdict(Map<String, String> ends) {
    List<RouteFile> files = new ArrayList<>();
    Map<String, List<String>> routes = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    ends.forEach(
        (id, to) -> {
          String text = text(id, to);
          files.add(new RouteFile(id + ".camel.yaml", text.getBytes(StandardCharsets.UTF_8), id));
          routes.put(id, List.of(to.equals("slow") ? "process" : "to"));
          texts.put(id, text);
        });
    Map<String, String> partners = new TreeMap<>(PARTNERS);
    partners.keySet().retainAll(ends.keySet());
    return new Verdict(files, List.of(), List.of(), routes, Map.of(), texts, partners);
  }

  private static Verdict with(Verdict one, Map<String, List<String>> routes) {
    return new Verdict(
        one.files(), List.of(), List.of(), routes, Map.of(), one.texts(), one.partners());
  }

  private final class Refusal implements ModelLifecycleStrategy {
    @Override
    public void onAddRouteDefinition(RouteDefinition route) {}

    @Override
    public void onAddRouteTemplateDefinition(RouteTemplateDefinition template) {}

    @Override
    public void onRemoveRouteTemplateDefinition(RouteTemplateDefinition template) {}

    @Override
    public void onRemoveRouteDefinition(@Nullable RouteDefinition route) {
      if (route != null && refusesToEnd.test(route.getRouteId())) {
        throw new IllegalStateException("It does not end.");
      }
    }
  }

  private final class Starts extends SimpleEventNotifierSupport {
    @Override
    public void notify(CamelEvent event) {
      if (event instanceof CamelEvent.RouteStartedEvent one) {
        started.add(one.getRoute().getRouteId());
      }
    }
  }
}
