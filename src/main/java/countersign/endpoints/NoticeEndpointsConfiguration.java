package countersign.endpoints;

import jakarta.jms.ConnectionFactory;
import java.util.Properties;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates what the routes of notices name, each with its address from the configuration. */
@Configuration(proxyBeanMethods = false)
class NoticeEndpointsConfiguration {
  private static final String MAIL = "countersign.notifications.mail.";
  private static final String MILLIS = "10000";

  /** Nobody reads what a webhook answers. */
  private static final int WEBHOOK_BYTES = 64 << 10;

  @Bean("notify-mail")
  MailComponent notifyMail(
      @Value("${" + MAIL + "server:}") String server,
      @Value("${" + MAIL + "from:}") String from,
      @Value("${" + MAIL + "to:}") String to,
      @Value("${" + MAIL + "user:#{null}}") String user,
      @Value("${" + MAIL + "password:#{null}}") String password,
      @Value("${" + MAIL + "start-tls:false}") boolean startTls,
      @Value("${" + MAIL + "trusted:}") String trusted) {
    MailConfiguration mail = new MailConfiguration();
    mail.setFrom(from);
    mail.setTo(to);
    mail.setSubject("Countersign: something waits");
    mail.setContentType("text/plain; charset=UTF-8");
    mail.setUsername(user);
    mail.setPassword(password);
    closes(mail, startTls);
    if (!trusted.isEmpty()) {
      mail.setSslContextParameters(
          RecordSourceConfiguration.tls(
              null, PemSslStoreDetails.forCertificates("file:" + trusted)));
    }
    return new FixedMail(
        "notify-mail:notices", new OneAddress.Configured("notifications.mail", server), mail);
  }

  /** No header of a message chooses anything, and no server keeps the gateway waiting. */
  private static void closes(MailConfiguration mail, boolean startTls) {
    mail.setUseHeaderRecipients(false);
    mail.setUseHeaderFrom(false);
    mail.setUseHeaderSubject(false);
    mail.setUseHeaderReplyTo(false);
    Properties more = new Properties();
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      more.setProperty(protocol + "timeout", MILLIS);
      more.setProperty(protocol + "writetimeout", MILLIS);
      more.setProperty(protocol + "ssl.checkserveridentity", "true");
    }
    more.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
    more.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
    mail.setAdditionalJavaMailProperties(more);
    mail.setConnectionTimeout(Integer.parseInt(MILLIS));
  }

  @Bean("notify-webhook")
  HttpComponent notifyWebhook(
      @Value("${countersign.notifications.webhook.url:}") String url,
      @Value("${countersign.notifications.webhook.certificate:}") String certificate,
      @Value("${countersign.notifications.webhook.private-key:}") String key,
      @Value("${countersign.notifications.webhook.trusted:}") String trusted,
      @Value("${countersign.notifications.webhook.connect-millis:10000}") long connectMillis,
      @Value("${countersign.notifications.webhook.reply-millis:30000}") long replyMillis) {
    FixedHttps component =
        new FixedHttps(
            "notify-webhook:notices", new OneAddress.Configured("notifications.webhook", url));
    component.waits(connectMillis, replyMillis);
    component.reads(
        WEBHOOK_BYTES, replyMillis, () -> new IllegalStateException("The reply is too long"));
    if (!url.isEmpty()) {
      component.setSslContextParameters(RecordSourceConfiguration.tls(certificate, key, trusted));
    }
    return component;
  }

  @Bean("notify-queue")
  JmsComponent notifyQueue(ConnectionFactory connections) {
    return told(connections, "notify-queue:notices", "queue:notices");
  }

  @Bean("notify-topic")
  JmsComponent notifyTopic(ConnectionFactory connections) {
    return told(connections, "notify-topic:approval", "topic:approval");
  }

  private static JmsComponent told(ConnectionFactory connections, String name, String destination) {
    JmsConfiguration configuration = new JmsConfiguration();
    configuration.setConnectionFactory(RecordSourceConfiguration.besideTheStep(connections));
    configuration.setTransacted(false);
    configuration.setLazyCreateTransactionManager(false);
    configuration.setDisableReplyTo(true);
    configuration.setJmsMessageType(JmsMessageType.Text);
    configuration.setObjectMessageEnabled(false);
    return new FixedQueue(name, new OneAddress.Configured("broker", destination), configuration);
  }
}
