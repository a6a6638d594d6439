package countersign.endpoints;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;

/** HTTPS to one address of the configuration: POST, no header, no redirect, no cookie, no proxy. */
final class FixedHttps extends HttpComponent implements Addressed {
  private final String written;
  private final OneAddress.Configured url;

  /**
   * A component.
   *
   * @param written what a route writes to name it
   */
  FixedHttps(String written, OneAddress.Configured url) {
    this.written = written;
    this.url = url;
    setHeaderFilterStrategy(new NoHeaders());
    setRedirectHandlingDisabled(true);
    setCookieManagementDisabled(true);
    setAuthCachingDisabled(true);
    setAutomaticRetriesDisabled(true); // a row in the table work stores the next try
    setContentCompressionDisabled(true);
  }

  @Override
  public String written() {
    return written;
  }

  /** How long it waits for a connection and for a reply, in milliseconds. */
  void waits(long connectMillis, long replyMillis) {
    setConnectTimeout(connectMillis);
    setConnectionRequestTimeout(connectMillis);
    setSoTimeout(replyMillis);
    setResponseTimeout(replyMillis);
  }

  /**
   * Bounds the content of a reply.
   *
   * @param tooLong makes the exception for a longer one
   */
  void reads(int mostBytes, long replyMillis, Supplier<RuntimeException> tooLong) {
    ReplyBound bound = new ReplyBound(mostBytes, Duration.ofMillis(replyMillis), tooLong);
    setHttpClientConfigurer(client -> client.addResponseInterceptorLast(bound));
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    OneAddress.check(uri, remaining, written, parameters, url);
    Map<String, Object> fixed =
        new HashMap<>(Map.of("httpMethod", "POST", "disableStreamCache", true));
    return super.createEndpoint(url.value(), url.value().replaceFirst("https://", ""), fixed);
  }
}
