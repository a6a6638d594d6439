package countersign.pipeline;

import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;

/**
 * The placeholders of the routes, such as a partner's host. Camel would let a variable of the
 * environment or a system property of that name replace each of them.
 */
final class OwnPlaceholders {
  private OwnPlaceholders() {}

  /** Lets only the gateway's configuration set placeholders. */
  static void addTo(CamelContext camel) {
    PropertiesComponent placeholders = (PropertiesComponent) camel.getPropertiesComponent();
    placeholders.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
    placeholders.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
  }
}
