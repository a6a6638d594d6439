package countersign.pipeline;

import countersign.Countersign;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** A program that prints what the gateway and its routes would read, and starts nothing. */
public final class PrintedSettings {
  private PrintedSettings() {}

  /** Ends the start of the gateway. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Prints each named setting and its value. */
  public static void main(String[] names) throws Exception {
    SpringApplication application =
        Countersign.application(
            Map.of(
                "spring.datasource.url", "own",
                "countersign.config-directory", "own",
                "countersign.routes-directory", "own",
                "countersign.vault.create", "own",
                "countersign.gateway-key", "own"));
    application.addInitializers(
        context -> {
          print(context.getEnvironment(), List.of(names));
          throw new Enough();
        });
    try {
      application.run();
    } catch (Enough expected) {
      printPlaceholders();
    }
  }

  private static void print(ConfigurableEnvironment environment, List<String> names) {
    names.forEach(name -> System.out.println(name + "=" + environment.getProperty(name)));
  }

  private static void printPlaceholders() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      OwnPlaceholders.addTo(camel);
      Properties own = new Properties();
      for (String name : List.of("host", "port", "knownHostsFile", "user")) {
        own.setProperty("partner.dhs-ice." + name, "own");
      }
      camel.getPropertiesComponent().setInitialProperties(own);
      for (Object name : own.keySet()) {
        System.out.println(name + "=" + camel.resolvePropertyPlaceholders("{{" + name + "}}"));
      }
    }
  }
}
