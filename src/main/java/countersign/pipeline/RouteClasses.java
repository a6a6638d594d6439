package countersign.pipeline;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a route can name: Camel's own, exceptions, and values of the language. So a
 * route cannot make an object of the gateway or of a library.
 */
final class RouteClasses extends DefaultClassResolver {
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
