package countersign.pipeline;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.CamelContextCustomizer;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The lock that holds even if a route got around the proof: what routes can name, what they can
 * send, and that data in them are closed.
 *
 * @see <a href="../../../../../docs/decisions/0020-route-proof.md">decision 20</a>
 */
final class RouteLock implements CamelContextCustomizer {
  private final BeanRepository all;

  /**
   * A lock.
   *
   * @param all every bean of the application
   */
  RouteLock(BeanRepository all) {
    this.all = all;
  }

  /** Comes first, because others bind beans to the registry that this one sets. */
  @Override
  public int getOrder() {
    return HIGHEST;
  }

  @Override
  public void configure(CamelContext camel) {
    camel.getCamelContextExtension().setRegistry(new DefaultRegistry(new RouteBeans(all)));
    camel.setClassResolver(new RouteClasses(camel));
    camel
        .getCamelContextExtension()
        .registerEndpointCallback(new EndpointLock(new RecordSourceEndpoints(all)));
  }

  /**
   * The classes that a route can name: Camel's own, exceptions, and values of the language. So a
   * route cannot make an object of the gateway or of a library.
   */
  static final class RouteClasses extends DefaultClassResolver {
    private static final Set<String> VALUES =
        Set.of(
            "java.lang.String",
            "java.lang.Object",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Throwable",
            "java.io.InputStream");

    RouteClasses(CamelContext camel) {
      super(camel);
    }

    @Override
    protected @Nullable Class<?> loadClass(String name, ClassLoader loader) {
      if (name.startsWith("org.apache.camel.") || VALUES.contains(name)) {
        return super.loadClass(name, loader);
      }
      Class<?> found = super.loadClass(name, loader);
      return found != null && Exception.class.isAssignableFrom(found) ? found : null;
    }
  }
}
