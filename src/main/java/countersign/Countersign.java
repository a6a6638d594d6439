package countersign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway itself, which the commands {@code run} and {@code demo} start. */
@SpringBootApplication
public class Countersign {

  /**
   * Starts the gateway.
   *
   * @param arguments Spring's own
   */
  public static void main(String[] arguments) {
    SpringApplication.run(Countersign.class, arguments);
  }
}
