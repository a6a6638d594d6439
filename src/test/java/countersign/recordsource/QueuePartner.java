package countersign.recordsource;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The other side of the record source's queue, written from the guide with a JOSE library. */
public final class QueuePartner implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** Answers each request in a queue. */
  public QueuePartner(
      ConnectionFactory broker, String queue, Path key, String keyId, UnaryOperator<byte[]> source)
      throws JMSException {
    connection = broker.createConnection();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session
        .createConsumer(session.createQueue(queue))
        .setMessageListener(message -> answer(message, key, keyId, source));
    connection.start();
  }

  private void answer(Message message, Path key, String keyId, UnaryOperator<byte[]> source) {
    try {
      String text = ((TextMessage) message).getText();
      seen.add(
          "%s persistent=%s expires=%s properties=%s"
              .formatted(
                  text,
                  message.getJMSDeliveryMode() == DeliveryMode.PERSISTENT,
                  message.getJMSExpiration() > 0,
                  Collections.list((Enumeration<?>) message.getPropertyNames()).stream()
                      .map(String::valueOf)
                      .filter(name -> !name.startsWith("JMSX")) // the broker's own
                      .toList()));
      JWEObject request = JWEObject.parse(text);
      request.decrypt(new DirectDecrypter(bytes(key)));
      TextMessage reply =
          session.createTextMessage(
              sealed(source.apply(request.getPayload().toBytes()), key, keyId));
      reply.setJMSCorrelationID(message.getJMSCorrelationID());
      reply.setStringProperty("taxpayer", "Garcia");
      try (MessageProducer producer = session.createProducer(message.getJMSReplyTo())) {
        producer.send(reply);
      }
    } catch (JMSException | ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each message as it was in the queue. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  /** A reply that is sealed under a key. */
  static String reply(Path key, String keyId) {
    return sealed("{\"reply\":true}".getBytes(StandardCharsets.UTF_8), key, keyId);
  }

  private static String sealed(byte[] reply, Path key, String keyId) {
    try {
      JWEObject sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                  .type(new JOSEObjectType("find-addresses-reply"))
                  .keyID(keyId)
                  .build(),
              new Payload(reply));
      sealed.encrypt(new DirectEncrypter(bytes(key)));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Path key) {
    try {
      return Base64.getDecoder().decode(Files.readString(key).strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code openssl rand -base64 32} prints. */
  public static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
