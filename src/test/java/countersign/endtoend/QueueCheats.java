package countersign.endtoend;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.command.ActiveMQObjectMessage;
import org.apache.activemq.command.ActiveMQTextMessage;
import org.apache.activemq.util.ByteSequence;

/** Messages that a person with the broker's password can send. */
final class QueueCheats {
  /** A word that occurs in forged messages and must occur nowhere else. */
  static final String WORD = "Quillonbrith";

  private QueueCheats() {}

  /** Makes one message. */
  interface Forged {
    Message in(Session session) throws JMSException;
  }

  /**
   * A cheat.
   *
   * @param times how often the message is sent to each queue
   */
  record Cheat(String name, int times, Forged message) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All cheats; the file has one drafted request, which two people have not approved. */
  static List<Cheat> about(String file) {
    List<Cheat> all = new ArrayList<>();
    texts(file)
        .forEach((name, text) -> all.add(new Cheat(name, 1, session -> text(session, text))));
    all.add(new Cheat("the_group_200_times", 200, session -> text(session, file + "/g1")));
    all.add(new Cheat("no_text", 1, session -> session.createTextMessage(null)));
    all.add(new Cheat("no_body", 1, Session::createMessage));
    all.addAll(typed(file));
    headers()
        .forEach(
            (header, value) ->
                all.add(
                    new Cheat(
                        "the_header_" + header,
                        1,
                        session -> headed(session, file, header, value))));
    all.add(new Cheat("a_reply_to_another_queue", 1, session -> answered(session, file)));
    return all;
  }

  private static Map<String, String> texts(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("the_file", file);
    texts.put("the_slice", file + "/1");
    texts.put("the_group", file + "/g1");
    texts.put("the_acknowledgement", file + ".ack.001");
    texts.put("a_response_that_does_not_exist", file + ".rsp.AAAAAAAA");
    texts.put("another_file", "DHS-ICE_T_20200101_9999");
    texts.put("sql", file + "'; update request_status set state = 'COUNTERSIGNED'; -- " + WORD);
    texts.put("a_path", "../../../../tmp/" + WORD);
    texts.put("an_expression", "${bean:delivery?method=release} #{systemProperties} " + WORD);
    texts.put("a_nul", file + "\u0000" + WORD);
    texts.put("an_unpaired_surrogate", file + "\ud800" + WORD);
    texts.put("lines_for_the_log", file + "\n2026-11-24 INFO " + WORD + " was released");
    texts.put("a_huge_text", WORD.repeat(200_000));
    texts.put("an_empty_text", "");
    texts.put("json", "{\"id\":\"" + file + "\",\"" + WORD + "\":true}");
    texts.put("xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a>" + WORD + "</a>");
    return texts;
  }

  /** Messages that are no text; each contains the id of something that waits. */
  private static List<Cheat> typed(String file) {
    String group = file + "/g1";
    return List.of(
        new Cheat("an_object", 1, session -> session.createObjectMessage(group)),
        new Cheat(
            "an_object_of_a_class", 1, session -> session.createObjectMessage(new File(WORD))),
        new Cheat("an_object_that_cannot_be_read", 1, QueueCheats::brokenObject),
        new Cheat("a_text_that_cannot_be_read", 1, session -> brokenText(session, 0, 0, 0, 5, -1)),
        new Cheat("a_text_of_2_gb", 1, session -> brokenText(session, 127, -1, -1, -1)),
        new Cheat("bytes", 1, session -> bytes(session, group)),
        new Cheat("a_map", 1, session -> map(session, group)),
        new Cheat("a_stream", 1, session -> stream(session, group)));
  }

  private static Message brokenObject(Session session) throws JMSException {
    ActiveMQObjectMessage message = (ActiveMQObjectMessage) session.createObjectMessage();
    message.setContent(new ByteSequence(WORD.getBytes(StandardCharsets.UTF_8)));
    return message;
  }

  private static Message brokenText(Session session, int... stored) throws JMSException {
    byte[] bytes = new byte[stored.length];
    for (int i = 0; i < stored.length; i++) {
      bytes[i] = (byte) stored[i];
    }
    ActiveMQTextMessage message = (ActiveMQTextMessage) session.createTextMessage();
    message.setContent(new ByteSequence(bytes));
    return message;
  }

  private static Message bytes(Session session, String text) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return message;
  }

  private static Message map(Session session, String text) throws JMSException {
    MapMessage message = session.createMapMessage();
    message.setString("id", text);
    message.setString(WORD, text);
    return message;
  }

  private static Message stream(Session session, String text) throws JMSException {
    StreamMessage message = session.createStreamMessage();
    message.writeString(text);
    return message;
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("CamelFileName", "../" + WORD);
    headers.put("CamelBeanMethodName", "releaseDue");
    headers.put("CamelSqlQuery", "delete from stop");
    headers.put("CamelExceptionCaught", WORD);
    headers.put("CamelToEndpoint", "file:/tmp/" + WORD);
    headers.put("CamelRedelivered", "true");
    headers.put("CamelOverruleFileName", "/tmp/" + WORD);
    headers.put("CamelJmsDestinationName", "deliver");
    headers.put("CamelTimerName", WORD);
    headers.put("breadcrumbId", WORD);
    headers.put("JMSXGroupID", WORD);
    headers.put("_AMQ_SCHED_DELAY", "1");
    headers.put("dlqDeliveryFailureCause", WORD);
    return headers;
  }

  private static TextMessage text(Session session, String text) throws JMSException {
    return session.createTextMessage(text);
  }

  private static Message headed(Session session, String file, String header, String value)
      throws JMSException {
    TextMessage message = text(session, file + "/g1");
    message.setStringProperty(header, value);
    return message;
  }

  private static Message answered(Session session, String file) throws JMSException {
    TextMessage message = text(session, file + "/g1");
    message.setJMSReplyTo(session.createQueue("deliver"));
    message.setJMSCorrelationID(WORD);
    message.setJMSType(WORD);
    return message;
  }
}
