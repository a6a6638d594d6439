package countersign.extensions;

import countersign.configuration.Configuration;
import countersign.configuration.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** Compares the further jars at the start, before a route can name one. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ExtensionsConfiguration {

  @Bean
  VerifiedJars verifiedJars(
      @Value("${countersign.config-directory}") String name, Configuration configuration) {
    VerifiedJars jars = VerifiedJars.of(Path.of(name), configuration);
    if (!jars.problems().isEmpty()) {
      throw new IllegalStateException(
          jars.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return jars;
  }
}
