package countersign.endpoints;

import countersign.extensions.VerifiedJars;
import countersign.recordsource.QueueCipher;
import countersign.recordsource.RefusedReply;
import countersign.recordsource.SourceReply;
import countersign.recordsource.StrictReply;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jms.connection.DelegatingConnectionFactory;

/** Creates what the record source's routes name, each with its address from the configuration. */
@Configuration(proxyBeanMethods = false)
class RecordSourceConfiguration {
  private static final String HTTPS = "countersign.record-source.https.";
  private static final String QUEUE = "countersign.record-source.queue.";

  @Bean("records-https")
  HttpComponent recordsHttps(
      @Value("${" + HTTPS + "url:}") String url,
      @Value("${" + HTTPS + "certificate:}") String certificate,
      @Value("${" + HTTPS + "private-key:}") String key,
      @Value("${" + HTTPS + "trusted:}") String trusted,
      @Value("${" + HTTPS + "connect-millis:10000}") long connectMillis,
      @Value("${" + HTTPS + "reply-millis:30000}") long replyMillis) {
    FixedHttps component =
        new FixedHttps(
            "records-https:find-addresses", new OneAddress.Configured("recordSource.https", url));
    component.waits(connectMillis, replyMillis);
    component.reads(StrictReply.MOST_BYTES, replyMillis, () -> RefusedReply.because("TOO_LONG"));
    if (!url.isEmpty()) {
      component.setSslContextParameters(tls(certificate, key, trusted));
    }
    return component;
  }

  /** TLS with a client certificate; only the named authority is trusted. */
  static SSLContextParameters tls(String certificate, String key, String trusted) {
    return tls(
        PemSslStoreDetails.forCertificates("file:" + certificate).withPrivateKey("file:" + key),
        PemSslStoreDetails.forCertificates("file:" + trusted));
  }

  /** TLS with these certificates only; without a client certificate if there is none. */
  static SSLContextParameters tls(@Nullable PemSslStoreDetails own, PemSslStoreDetails trusted) {
    SslBundle bundle = SslBundle.of(new PemSslStoreBundle(own, trusted));
    SSLContext context = bundle.createSslContext();
    return new SSLContextParameters() {
      @Override
      public SSLContext createSSLContext(CamelContext camel) {
        return context;
      }
    };
  }

  @Bean("records-extension")
  FixedExtension recordsExtension(
      @Value("${countersign.record-source.extension.uri:}") String uri, VerifiedJars jars) {
    return new FixedExtension(
        "records-extension:find-addresses",
        new OneAddress.Configured("recordSource.extension", uri),
        jars);
  }

  /** A message is not persistent and expires with its request, so that the broker keeps none. */
  @Bean("records-queue")
  JmsComponent recordsQueue(
      ConnectionFactory connections,
      @Value("${" + QUEUE + "name:}") String queue,
      @Value("${" + QUEUE + "reply-millis:30000}") long replyMillis) {
    JmsConfiguration configuration = new JmsConfiguration();
    configuration.setConnectionFactory(besideTheStep(connections));
    configuration.setTransacted(false);
    configuration.setLazyCreateTransactionManager(false);
    configuration.setExplicitQosEnabled(true);
    configuration.setDeliveryPersistent(false);
    configuration.setReplyToDeliveryPersistent(false);
    configuration.setTimeToLive(replyMillis);
    configuration.setRequestTimeout(replyMillis);
    configuration.setJmsMessageType(JmsMessageType.Text);
    configuration.setObjectMessageEnabled(false);
    configuration.setTransferException(false);
    return new FixedQueue(
        "records-queue:find-addresses",
        new OneAddress.Configured("recordSource.queue", queue.isEmpty() ? "" : "queue:" + queue),
        configuration);
  }

  /**
   * The same connections under another identity. A step that a queue started has a transacted
   * session; with its own connection factory, a request would be sent when the step ends.
   */
  static ConnectionFactory besideTheStep(ConnectionFactory connections) {
    DelegatingConnectionFactory beside = new DelegatingConnectionFactory();
    beside.setTargetConnectionFactory(connections);
    return beside;
  }

  /** Read when the first request is sent, so that an instance without such a queue needs no key. */
  @Bean
  @Lazy
  QueueCipher recordQueueCipher(
      @Value("${" + QUEUE + "key-file}") Path keyFile, @Value("${" + QUEUE + "key-id}") String id) {
    return new QueueCipher(keyFile, id);
  }

  /** Reads the reply; a field that the schema does not know is an error. */
  @Bean
  JacksonDataFormat recordReply() {
    JacksonDataFormat format = new JacksonDataFormat(SourceReply.class);
    format.setUseDefaultObjectMapper(false);
    format.setAutoDiscoverObjectMapper(false);
    format.setAllowUnmarshallType(false);
    format.setEnableFeatures("FAIL_ON_UNKNOWN_PROPERTIES,FAIL_ON_TRAILING_TOKENS");
    format.setDisableFeatures("ALLOW_COERCION_OF_SCALARS");
    return format;
  }
}
