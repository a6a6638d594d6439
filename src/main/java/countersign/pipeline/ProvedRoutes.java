package countersign.pipeline;

import countersign.routefile.RouteFile;
import countersign.routefile.RouteProblem;
import countersign.routeproof.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.main.RoutesCollector;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Gives Camel the bytes that were proved, and nothing else; then compares what Camel made of them
 * with what was proved, before Camel starts.
 */
final class ProvedRoutes implements RoutesCollector, CamelContextConfiguration {
  private final Verdict verdict;

  /**
   * The routes of a verdict.
   *
   * @throws NotProved with all problems, if there are any
   */
  ProvedRoutes(Verdict verdict) {
    if (!verdict.passes()) {
      throw new NotProved(
          String.join("\n", verdict.problems().stream().map(RouteProblem::toString).toList()));
    }
    this.verdict = verdict;
  }

  /** Prevents the start; the message is for the integrator. */
  static final class NotProved extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotProved(String problems) {
      super(problems);
    }

    static NotProved because(String what) {
      return new NotProved(
          new RouteProblem(
                  "Camel",
                  what,
                  "",
                  "Remove what configures Camel beside routes/, such as a property or a variable camel.*, then start again.")
              .toString());
    }
  }

  /** No route comes from a bean. */
  @Override
  public Collection<RoutesBuilder> collectRoutesFromRegistry(
      CamelContext camel, String exclude, String include) {
    return new ArrayList<>();
  }

  @Override
  public Collection<RoutesBuilder> collectRoutesFromDirectory(
      CamelContext camel, String exclude, String include) {
    try {
      return new ArrayList<>(
          PluginHelper.getRoutesLoader(camel).findRoutesBuilders(resources(verdict)));
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not read the routes that were proved", e);
    }
  }

  /** The bytes that were proved. */
  static List<Resource> resources(Verdict verdict) {
    List<Resource> resources = new ArrayList<>();
    for (RouteFile file : verdict.files()) {
      resources.add(ResourceHelper.fromBytes("file:" + file.name(), file.bytes()));
    }
    return resources;
  }

  /** One proved route, which Camel loads and does not start. */
  static RoutesBuilder alone(CamelContext camel, Verdict verdict, String id) throws Exception {
    byte[] text = Objects.requireNonNull(verdict.texts().get(id)).getBytes(StandardCharsets.UTF_8);
    Resource resource = ResourceHelper.fromBytes("file:%s.camel.yaml".formatted(id), text);
    RouteBuilder builder =
        (RouteBuilder)
            PluginHelper.getRoutesLoader(camel).findRoutesBuilders(resource).iterator().next();
    builder.addLifecycleInterceptor(new NotStarting());
    return builder;
  }

  private static final class NotStarting implements RouteBuilderLifecycleStrategy {
    @Override
    public void afterConfigure(RouteBuilder builder) {
      builder.getRouteCollection().getRoutes().forEach(route -> route.setAutoStartup("false"));
    }
  }

  /** The bytes are read already. */
  @Override
  public Collection<Resource> findRouteResourcesFromDirectory(
      CamelContext camel, String exclude, String include) {
    return new ArrayList<>();
  }

  /** A route file that does not load always prevents the start. */
  @Override
  public boolean isIgnoreLoadingError() {
    return false;
  }

  @Override
  public void setIgnoreLoadingError(boolean ignore) {
    if (ignore) {
      throw NotProved.because("Camel is told to go on without route files that do not load");
    }
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    assertLoaded(camel, verdict);
    settings(camel);
  }

  /** Compares the routes that Camel loaded with those that were proved. */
  static void assertLoaded(CamelContext camel, Verdict verdict) {
    Set<String> differing = differing(camel, verdict);
    verdict.routes().keySet().stream()
        .filter(id -> model(camel).getRouteDefinition(id) == null)
        .forEach(differing::add);
    if (!differing.isEmpty()) {
      throw NotProved.because(
          "Camel loaded other routes than those that were proved; they differ in "
              + String.join(", ", differing));
    }
    if (!model(camel).getRestDefinitions().isEmpty()) {
      throw NotProved.because("Camel has REST services, which were not proved");
    }
  }

  /** Ids of the routes that Camel loaded and that were not proved so, sorted. */
  static Set<String> differing(CamelContext camel, Verdict verdict) {
    Set<String> ids = new TreeSet<>();
    for (RouteDefinition route : model(camel).getRouteDefinitions()) {
      String id = String.valueOf(route.getRouteId());
      if (!shape(route).equals(verdict.routes().get(id))) {
        ids.add(id);
      }
    }
    return ids;
  }

  static Model model(CamelContext camel) {
    return Objects.requireNonNull(camel.getCamelContextExtension().getContextPlugin(Model.class));
  }

  private static List<String> shape(RouteDefinition route) {
    List<String> kinds = new ArrayList<>();
    List<String> branches = new ArrayList<>();
    for (ProcessorDefinition<?> node : route.getOutputs()) {
      if (node instanceof OnExceptionDefinition branch) {
        branch.getExceptions().forEach(exception -> branches.add(shown(exception, branch)));
      } else {
        add(kinds, List.of(node));
      }
    }
    branches.stream().sorted().forEach(kinds::add);
    return kinds;
  }

  private static String shown(String exception, OnExceptionDefinition branch) {
    List<String> steps =
        branch.getOutputs().stream()
            .map(
                step ->
                    step instanceof BeanDefinition bean
                        ? bean.getRef() + "." + bean.getMethod()
                        : step.getShortName())
            .toList();
    return "onException %s -> %s".formatted(exception, String.join(", ", steps));
  }

  private static void add(List<String> kinds, List<? extends NamedNode> nodes) {
    for (NamedNode node : nodes) {
      kinds.add(node.getShortName());
      if (node instanceof ProcessorDefinition<?> parent) {
        add(kinds, parent.getOutputs());
      }
    }
  }

  /** Settings of Camel that would write bodies to a log, or let somebody change routes. */
  private static void settings(CamelContext camel) {
    Map<String, Boolean> settings = new TreeMap<>();
    settings.put("tracing", camel.isTracing());
    settings.put("backlog tracing", camel.isBacklogTracing());
    settings.put("debugging", camel.isDebugging());
    settings.put("message history", camel.isMessageHistory());
    settings.put("stream caching", camel.isStreamCaching());
    settings.put("log-exhausted-message-body", camel.isLogExhaustedMessageBody());
    settings.put("global options", !camel.getGlobalOptions().isEmpty());
    settings.put("JMX", camel.getManagementStrategy().getManagementAgent() != null);
    settings.forEach(
        (name, on) -> {
          if (on) {
            throw NotProved.because("Camel's setting %s is on".formatted(name));
          }
        });
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    // What is judged is judged before the start.
  }
}
