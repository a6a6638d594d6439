package countersign.endpoints;

import countersign.extensions.VerifiedJars;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * A component of a further jar, with one address of the configuration. Nothing of the jar is loaded
 * before a route that names the component starts.
 */
final class FixedExtension extends DefaultComponent implements Addressed {
  private final String written;
  private final OneAddress.Configured address;
  private final VerifiedJars jars;
  private @Nullable Component component;

  /**
   * A component.
   *
   * @param written what a route writes to name it
   * @param address endpoint of a component that the signed list allows
   */
  FixedExtension(String written, OneAddress.Configured address, VerifiedJars jars) {
    this.written = written;
    this.address = address;
    this.jars = jars;
  }

  @Override
  public String written() {
    return written;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    OneAddress.check(uri, remaining, written, parameters, address);
    boolean made = false;
    try {
      Endpoint endpoint = started().createEndpoint(address.value());
      made = true;
      return new ExtensionEndpoint(uri, this, endpoint);
    } finally {
      if (!made) {
        stopComponent();
      }
    }
  }

  /** The component of the jar, which is made once. */
  private synchronized Component started() throws Exception {
    Component known = component;
    if (known != null) {
      return known;
    }
    Component made =
        (Component) jars.component(address.value()).getDeclaredConstructor().newInstance();
    component = made;
    made.setCamelContext(getCamelContext());
    ServiceHelper.startService(made);
    return made;
  }

  private synchronized void stopComponent() {
    ServiceHelper.stopService(component);
    component = null;
  }

  @Override
  protected void doStop() throws Exception {
    stopComponent();
    super.doStop();
  }
}
