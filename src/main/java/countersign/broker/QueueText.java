package countersign.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Objects;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * Reads a message of a queue as text and as nothing else: any other message, and a text that cannot
 * be read, is an empty text, which is the id of no work. So no message fails before a step and is
 * delivered again while others wait. Stateless.
 */
public final class QueueText implements MessageConverter {
  /** The id of no work; the handler of failures reports and removes the message. */
  private static final String NO_ID = "";

  @Override
  public Message toMessage(Object id, Session session) throws JMSException {
    return session.createTextMessage(id.toString());
  }

  @Override
  public String fromMessage(Message message) {
    try {
      return message instanceof TextMessage text
          ? Objects.requireNonNullElse(text.getText(), NO_ID)
          : NO_ID;
    } catch (JMSException unreadable) {
      return NO_ID;
    }
  }
}
