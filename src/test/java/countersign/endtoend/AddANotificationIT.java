package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import countersign.testkit.RequestFile;
import countersign.testkit.WebService;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide docs/guides/add-a-notification.md, word for word, with a real SMTP server. */
class AddANotificationIT {
  private static final String PAGE = "add-a-notification.md";
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  @TempDir Path folder;

  @Test
  void a_mail_tells_that_a_case_waits_and_nothing_of_the_person() throws Exception {
    Guide guide = new Guide(PAGE, "Mail", folder.resolve("routes"));
    GreenMail server = new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", "smtp"));
    server.start();
    try (WholeGateway gateway =
        WholeGateway.integrated(
            folder.resolve("demo"),
            guide.routes(),
            config -> {
              guide.configures(
                  config,
                  0,
                  Map.of(
                      "mail.example",
                      "127.0.0.1",
                      "587",
                      String.valueOf(server.getSmtp().getPort()),
                      "STARTTLS",
                      "NONE"));
              guide.appends("notifications.camel.yaml", 1);
              guide.types(config);
            })) {
      String file = sendsAFile(gateway);
      String expected = "CASE_WAITS endorse/" + file + "/1";

      await("a mail about the case")
          .atMost(TWO_MINUTES)
          .until(() -> mails(server).stream().anyMatch(mail -> mail.contains(expected)));

      assertThat(mails(server))
          .allSatisfy(mail -> assertThat(mail).contains("To: reviewers@agency.example"))
          .noneMatch(mail -> namesAPerson(gateway, mail));
      assertThat(mails(server)).filteredOn(mail -> mail.contains(expected)).hasSize(1);
    } finally {
      server.stop();
    }
    assertThat(guide.touched()).hasSize(2);
    assertThat(guide.typed()).hasSize(1);
  }

  @Test
  void a_web_service_a_queue_and_the_topic_get_the_same_ids() throws Exception {
    Guide guide = new Guide(PAGE, "Webhook", folder.resolve("routes"));
    Guide more = new Guide(PAGE, "Queue and topic", folder.resolve("more"));
    List<String> posted = new CopyOnWriteArrayList<>();
    try (WebService hook = new WebService(folder.resolve("hook"));
        WholeGateway gateway =
            WholeGateway.integrated(
                folder.resolve("demo"),
                guide.routes(),
                config -> {
                  guide.configures(
                      config, 0, hook.inPlaceOf("https://hooks.example/countersign", "hook"));
                  guide.appends("notifications.camel.yaml", 1);
                  guide.types(config);
                  more.appends("notifications.camel.yaml", 0);
                  more.types(config);
                  Files.writeString(
                      guide.routes().resolve("both.camel.yaml"),
                      Files.readString(more.routes().resolve("notifications.camel.yaml"))
                          .replaceFirst("(?s).*?\n(?=- templatedRoute)", ""));
                })) {
      hook.answers(
          200,
          body -> {
            posted.add(new String(body, StandardCharsets.UTF_8));
            return new byte[0];
          });
      List<String> queue = hears(gateway, false);
      List<String> topic = hears(gateway, true);
      String subject = "endorse/" + sendsAFile(gateway) + "/1";

      await("the web service, the queue and the topic")
          .atMost(TWO_MINUTES)
          .until(
              () ->
                  posted.contains("{\"kind\":\"CASE_WAITS\",\"subject\":\"" + subject + "\"}")
                      && queue.contains("CASE_WAITS " + subject)
                      && topic.contains("CASE_WAITS " + subject));

      assertThat(topic).allMatch(text -> text.startsWith("CASE_WAITS "));
      assertThat(posted).noneMatch(text -> namesAPerson(gateway, text));
    }
    assertThat(more.touched()).hasSize(1);
    assertThat(more.typed()).hasSize(1);
    assertThat(guide.touched()).hasSize(2);
  }

  private static String sendsAFile(WholeGateway gateway) throws IOException {
    RequestFile file = PlayedPartner.of(gateway).sendsAFile();
    new Desk(gateway).waitingFor("adams", file.id());
    aMinuteIsOver(gateway);
    return file.id();
  }

  /** Lets the timer of every minute run now instead of at its time. */
  private static void aMinuteIsOver(WholeGateway gateway) {
    gateway
        .rows()
        .jdbc()
        .sql("update scheduled_tasks set execution_time = now() where task_name = 'every-minute'")
        .update();
  }

  private static List<String> mails(GreenMail server) {
    return Arrays.stream(server.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList();
  }

  private static boolean namesAPerson(WholeGateway gateway, String text) {
    try (var lines =
        Files.lines(gateway.parts().place().home().resolve("people.csv")).skip(1).limit(200)) {
      return lines
          .map(line -> line.split(",", -1))
          .anyMatch(cells -> text.contains(cells[0]) || text.contains(cells[4] + " "));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What arrives from now on; the connection ends with the broker. */
  private static List<String> hears(WholeGateway gateway, boolean topic) throws JMSException {
    List<String> heard = new CopyOnWriteArrayList<>();
    Connection connection = gateway.bean(ConnectionFactory.class).createConnection();
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session
        .createConsumer(topic ? session.createTopic("approval") : session.createQueue("notices"))
        .setMessageListener(message -> heard.add(text(message)));
    connection.start();
    return heard;
  }

  private static String text(jakarta.jms.Message message) {
    try {
      return ((TextMessage) message).getText();
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
