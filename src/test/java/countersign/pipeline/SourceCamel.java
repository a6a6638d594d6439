package countersign.pipeline;

import countersign.extensions.ExtensionsFixtures;
import countersign.extensions.VerifiedJars;
import countersign.records.FoundRecord;
import countersign.records.LookupKey;
import jakarta.jms.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Camel with the run-time lock, the shipped templates, and the gateway's own components. */
final class SourceCamel implements AutoCloseable {
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  /**
   * Starts the routes.
   *
   * @param settings Spring properties
   * @param more routes beside the shipped templates
   */
  SourceCamel(Map<String, Object> settings, String broker, String more) throws Exception {
    this(settings, broker, more, ExtensionsFixtures.none(Path.of("none")));
  }

  /** As the other constructor, with further jars. */
  SourceCamel(Map<String, Object> settings, String broker, String more, VerifiedJars jars)
      throws Exception {
    beans.registerBean(VerifiedJars.class, () -> jars);
    beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    beans.registerBean(ConnectionFactory.class, () -> new ActiveMQConnectionFactory(broker));
    beans.registerBean(
        "routeOutsideSourceSteps",
        RouteSteps.OutsideSourceSteps.class,
        RouteSteps.OutsideSourceSteps::new);
    beans.scan("countersign.endpoints");
    beans.refresh();
    new RouteLock(new ApplicationContextBeanRepository(beans)).configure(camel);
    camel.getCamelContextExtension().addInterceptStrategy(new CarriedData());
    camel.getShutdownStrategy().setTimeout(1);
    load("record-source.camel.yaml", Files.readString(Path.of("routes/record-source.camel.yaml")));
    load("more.camel.yaml", more);
    camel.start();
  }

  private void load(String name, String yaml) throws Exception {
    Resource resource =
        ResourceHelper.fromBytes("file:" + name, yaml.getBytes(StandardCharsets.UTF_8));
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }

  /** The line of the guide. */
  static String using(String template) {
    return "- templatedRoute: { routeTemplateRef: %s, routeId: addresses, parameters: [] }\n"
        .formatted(template);
  }

  List<FoundRecord> find(List<LookupKey> keys) {
    return new RoutedFindAddresses(Objects.requireNonNull(camel.createProducerTemplate()))
        .find(keys);
  }

  DefaultCamelContext context() {
    return camel;
  }

  @Override
  public void close() {
    camel.stop();
    beans.close();
  }
}
