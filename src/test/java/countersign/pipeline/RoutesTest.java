package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.broker.QueueIds;
import countersign.inbox.OutboxConflictHandler;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Checks what readers and integrators rely on in the routes: they are complete and typed; they
 * contain no decisions, host names or unknown elements.
 */
class RoutesTest {
  private static final Set<String> TOP =
      Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");
  private static final Set<String> STEPS =
      Set.of("bean", "to", "toD", "setVariable", "setHeader", "setBody", "removeHeaders", "stop");
  private static final Map<String, Class<?>> BEANS =
      Map.of(
          "intake", RouteSteps.IntakeSteps.class,
          "records", RouteSteps.RecordSteps.class,
          "receipts", RouteSteps.ReceiptSteps.class,
          "redactor", RouteSteps.RedactorSteps.class,
          "approvals", RouteSteps.ApprovalSteps.class,
          "delivery", RouteSteps.DeliverySteps.class,
          "jdbcFindAddresses", RouteSteps.SourceSteps.class,
          "recordSource", RouteSteps.OutsideSourceSteps.class,
          "routeErrorHandler", RouteErrorHandler.class,
          "outboxConflictHandler", OutboxConflictHandler.class);

  private final List<JsonNode> entries = read();

  @Test
  void only_known_words_stand_at_the_top() {
    entries.forEach(entry -> assertThat(TOP).contains(entry.propertyNames().iterator().next()));
    entries.forEach(entry -> assertThat(entry.size()).isEqualTo(1));
  }

  @Test
  void every_id_is_used_once_by_a_route_or_a_step() {
    List<String> ids = new ArrayList<>();
    routes().forEach((id, route) -> ids.add(id));
    routes().values().forEach(route -> steps(route).forEach(step -> ids.add(idOf(step))));
    ids.removeIf(String::isEmpty);
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
  }

  @Test
  void every_route_has_a_description_and_error_handling() {
    routes()
        .forEach(
            (id, route) -> {
              assertThat(route.path("description").asString()).as(id).isNotBlank();
              assertThat(route.has("routeConfigurationId") || route.has("errorHandler"))
                  .as("%s names its error handling", id)
                  .isTrue();
            });
  }

  @Test
  void steps_only_call_or_move_and_never_decide_or_run_scripts() {
    routes().values().stream()
        .flatMap(route -> steps(route).stream())
        .forEach(step -> assertThat(STEPS).contains(step.propertyNames().iterator().next()));
  }

  @Test
  void every_bean_and_method_exists() {
    List<String> missing = new ArrayList<>();
    allBeans()
        .forEach(
            bean -> {
              if (method(bean).isEmpty()) {
                missing.add(bean.toString());
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void each_step_accepts_the_type_that_the_previous_step_returns() {
    List<String> wrong = new ArrayList<>();
    routes()
        .forEach(
            (id, route) -> {
              Class<?> body =
                  route.path("from").path("uri").asString().contains(":queue:")
                      ? String.class
                      : Object.class;
              for (JsonNode step : steps(route)) {
                JsonNode bean = step.get("bean");
                if (bean == null) {
                  body = step.has("to") ? Object.class : body; // an endpoint may give another type
                  continue;
                }
                Method method = method(bean).orElseThrow();
                boolean takesBody = !bean.path("method").asString().contains("(");
                if (takesBody
                    && method.getParameterCount() == 1
                    && !body.equals(Object.class)
                    && !takes(method.getParameterTypes()[0], body)
                    && !method
                        .getParameterTypes()[0]
                        .getName()
                        .equals("org.apache.camel.Exchange")) {
                  wrong.add(
                      id
                          + "/"
                          + idOf(step)
                          + " takes "
                          + method.getParameterTypes()[0]
                          + ", is given "
                          + body);
                }
                if (method.getReturnType() != void.class) {
                  body = method.getReturnType();
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  /** Behind a queue a text is read as the id that the step takes, and as nothing else. */
  private static boolean takes(Class<?> parameter, Class<?> body) {
    return body == String.class
        ? QueueIds.types().contains(parameter)
        : parameter.isAssignableFrom(body);
  }

  @Test
  void every_direct_endpoint_has_both_ends() {
    Set<String> from = new TreeSet<>();
    Set<String> to = new TreeSet<>();
    routes()
        .forEach(
            (id, route) -> {
              String source = route.path("from").path("uri").asString();
              if (source.startsWith("direct:")) {
                from.add(source);
              }
              steps(route)
                  .forEach(
                      step -> {
                        String uri = uriOf(step);
                        if (uri.startsWith("direct:")) {
                          to.add(uri);
                        }
                      });
            });
    to.remove("direct:${body.kindWord}");
    to.addAll(Set.of("direct:request", "direct:known", "direct:receipt"));
    to.remove("direct:outbox-${body.partner}");
    to.add("direct:outbox-{{partner}}");
    to.add("direct:find-addresses"); // the adapter of the port sends to it
    for (String channel : List.of("mail", "webhook", "queue", "topic")) {
      to.add("direct:notices-" + channel); // the adapter of notices sends to it
    }
    assertThat(from).isEqualTo(to);
  }

  @Test
  void only_one_template_sends_to_a_partner_and_no_route_names_a_host() throws IOException {
    List<String> producers = new ArrayList<>();
    routes()
        .forEach(
            (id, route) ->
                steps(route)
                    .forEach(
                        step -> {
                          if (uriOf(step).startsWith("sftp:")) {
                            producers.add(id);
                          }
                        }));
    assertThat(producers).containsExactly("partner-outbox");
    for (Path file : files()) {
      assertThat(Files.readString(file)).doesNotContainPattern("sftp://[^{]");
    }
  }

  @Test
  void an_sftp_endpoint_spells_out_every_security_option() {
    for (String id : List.of("partner-inbox", "partner-outbox")) {
      JsonNode route = routes().get(id);
      JsonNode parameters =
          id.equals("partner-inbox")
              ? route.path("from").path("parameters")
              : steps(route).get(steps(route).size() - 1).path("to").path("parameters");
      assertThat(parameters.path("strictHostKeyChecking").asString()).isEqualTo("yes");
      assertThat(parameters.path("useUserKnownHostsFile").asString()).isEqualTo("false");
      assertThat(parameters.path("autoCreate").asString()).isEqualTo("false");
      assertThat(parameters.path("jailStartingDirectory").asString()).isEqualTo("true");
      assertThat(parameters.path("preferredAuthentications").asString()).isEqualTo("publickey");
    }
  }

  private List<JsonNode> allBeans() {
    List<JsonNode> beans = new ArrayList<>();
    entries.forEach(entry -> beans.addAll(entry.findValues("bean")));
    return beans;
  }

  private static Optional<Method> method(JsonNode bean) {
    Class<?> type = BEANS.get(bean.path("ref").asString());
    String name = bean.path("method").asString().replaceAll("\\(.*", "");
    return type == null
        ? Optional.empty()
        : Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst();
  }

  private Map<String, JsonNode> routes() {
    Map<String, JsonNode> routes = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      if (entry.has("route")) {
        routes.put(entry.path("route").path("id").asString(), entry.get("route"));
      } else if (entry.has("routeTemplate")) {
        JsonNode route = entry.path("routeTemplate").path("route");
        routes.put(entry.path("routeTemplate").path("id").asString(), route);
      }
    }
    return routes;
  }

  private static List<JsonNode> steps(JsonNode route) {
    List<JsonNode> steps = new ArrayList<>();
    route.path("from").path("steps").forEach(steps::add);
    return steps;
  }

  private static String idOf(JsonNode step) {
    return step.values().iterator().next().path("id").asString("");
  }

  private static String uriOf(JsonNode step) {
    JsonNode value = step.values().iterator().next();
    return value.isString() ? value.asString() : value.path("uri").asString("");
  }

  private static List<JsonNode> read() {
    List<JsonNode> all = new ArrayList<>();
    YAMLMapper yaml = new YAMLMapper();
    try {
      for (Path file : files()) {
        yaml.readTree(Files.readString(file)).forEach(all::add);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  private static List<Path> files() throws IOException {
    Set<Path> found = new HashSet<>();
    try (Stream<Path> walk = Files.walk(Path.of("routes"))) {
      walk.filter(path -> path.toString().endsWith(".yaml")).forEach(found::add);
    }
    return found.stream().sorted().toList();
  }
}
