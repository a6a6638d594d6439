package countersign;

import countersign.cli.CountersignCommand;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The program: {@code bin/countersign}'s commands, and the gateway that two of them start. */
@SpringBootApplication
public class Countersign {

  /**
   * Runs one command; the process ends with 0 for yes, 1 for no, 2 for misuse.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    // Libraries stay silent until the gateway, if it is started at all, says where its log goes.
    LoggingSystem.get(Countersign.class.getClassLoader()).beforeInitialize();
    System.exit(CountersignCommand.run(arguments));
  }

  /**
   * The gateway, ready to run. It reads no settings but these and its own {@code application.yml}:
   * no variable of the environment, no system property and no file beside the program.
   *
   * @param settings Spring properties; they outrank {@code application.yml}
   */
  public static SpringApplication application(Map<String, Object> settings) {
    SpringApplication application = new SpringApplication(Countersign.class);
    application.setEnvironment(new OwnSettings());
    Map<String, Object> first = new HashMap<>(settings); // what is needed before the context
    first.put("spring.config.location", "classpath:/application.yml");
    application.setDefaultProperties(first);
    application.addInitializers(
        (ConfigurableApplicationContext context) ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("countersign", settings)));
    return application;
  }

  /**
   * Starts the gateway; it stops when it is closed, or with the process.
   *
   * @param settings Spring properties; they outrank {@code application.yml}
   */
  public static AutoCloseable start(Map<String, Object> settings) {
    return application(settings).run();
  }

  /** An environment without the variables and system properties of the process. */
  private static final class OwnSettings extends StandardServletEnvironment {
    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // A person who starts the process must not choose another database or other routes.
    }
  }
}
