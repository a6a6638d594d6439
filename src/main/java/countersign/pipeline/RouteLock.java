package countersign.pipeline;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.CamelContextCustomizer;
import org.apache.camel.support.DefaultRegistry;

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
}
