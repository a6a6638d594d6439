package countersign.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A Camel component in a jar of its own, {@code played}, and the service behind it: the component
 * sends a body to the service and returns what that answers.
 */
public final class PlayedComponent implements AutoCloseable {
  /** What the class prints when it is loaded. */
  public static final String LOADED = "The class of the played component was loaded";

  /** The system property with the number of components that are started and not stopped. */
  public static final String RUNNING = "played.running";

  private static final String SOURCE =
      """
      package played;
      import java.net.URI;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.util.Map;
      import org.apache.camel.Consumer;
      import org.apache.camel.Endpoint;
      import org.apache.camel.Exchange;
      import org.apache.camel.Processor;
      import org.apache.camel.Producer;
      import org.apache.camel.support.DefaultComponent;
      import org.apache.camel.support.DefaultEndpoint;
      import org.apache.camel.support.DefaultProducer;
      public class PlayedComponent extends DefaultComponent {
        static { System.out.println("%s"); }
        protected void doStart() throws Exception {
          super.doStart();
          running(1);
        }
        protected void doStop() throws Exception {
          running(-1);
          super.doStop();
        }
        private static void running(int more) {
          System.setProperty("%s", String.valueOf(Integer.getInteger("%s", 0) + more));
        }
        protected Endpoint createEndpoint(String uri, String rest, Map<String, Object> options)
            throws Exception {
          PlayedEndpoint endpoint = new PlayedEndpoint(uri, this);
          setProperties(endpoint, options);
          return endpoint;
        }
        public static class PlayedEndpoint extends DefaultEndpoint {
          private String service;
          public PlayedEndpoint(String uri, PlayedComponent component) { super(uri, component); }
          public void setService(String service) { this.service = service; }
          public Producer createProducer() {
            return new DefaultProducer(this) {
              public void process(Exchange exchange) throws Exception {
                byte[] body = exchange.getMessage().getBody(byte[].class);
                HttpRequest request =
                    HttpRequest.newBuilder(URI.create(service))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
                exchange.getMessage().setBody(
                    HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
              }
            };
          }
          public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException();
          }
        }
      }
      """
          .formatted(LOADED, RUNNING, RUNNING);

  private final HttpServer server;
  private final UnaryOperator<byte[]> replies;
  private final AtomicInteger seen = new AtomicInteger();

  /** Starts the service. */
  public PlayedComponent(UnaryOperator<byte[]> replies) throws IOException {
    this.replies = replies;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] reply = replies.apply(exchange.getRequestBody().readAllBytes());
      seen.incrementAndGet();
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    }
  }

  /** Writes the jar. */
  public static void jar(Path jar) throws IOException {
    PlayedJar.write(
        jar,
        "played.PlayedComponent",
        SOURCE,
        Map.of(
            "META-INF/services/org/apache/camel/component/played",
            "class=played.PlayedComponent\n"));
  }

  /** What {@code recordSource.extension.uri} says. */
  public String address() {
    return "played:find?service=http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Number of requests. */
  public int seen() {
    return seen.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
