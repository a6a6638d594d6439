package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.pipeline.RunningRoutes;
import countersign.reload.ReloadFixtures;
import countersign.request.FileId;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A partner comes, is paused and resumed, and goes while the gateway runs; the first partner, whose
 * case waits for reviewers meanwhile, notices nothing.
 */
@ExtendWith(OutputCaptureExtension.class)
class PartnersAtRunTimeIT {
  private static final String REASON = "{\"reason\":\"Asked by the liaison desk.\"}";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir Path folder;
  private SecondPartner second;
  private WholeGateway gateway;
  private Desk desk;
  private Path home;
  private Path routes;

  @BeforeEach
  void starts() throws Exception {
    second = new SecondPartner(folder);
    home = folder.resolve("demo");
    routes = Files.createDirectory(folder.resolve("routes"));
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, routes.resolve(file.getFileName()));
      }
    }
    gateway = WholeGateway.integrated(home, routes, config -> {});
    desk = new Desk(gateway);
  }

  @AfterEach
  void stops() throws IOException {
    gateway.close();
    second.close();
  }

  @Test
  void a_partner_comes_and_goes_and_the_first_one_notices_nothing(CapturedOutput printed)
      throws Exception {
    PlayedPartner first = PlayedPartner.of(gateway);
    String waiting = first.sendsAGoodFile().path("fileId").asString();
    Route inbox = gateway.bean(CamelContext.class).getRoute("inbox-dhs-ice");
    String officials = Files.readString(config("registers/officials.yaml"));

    second.joins(home.resolve("config"), routes);
    refusesWhatIsNotSigned();
    WholeGateway.signs(home, config("registers/officials.yaml"));
    doesNotBegin();
    assertThat(reloads().path("differences").toString())
        .isEqualTo("[\"route inbox-dhs-hsi: did not begin at the last reload\"]");
    answers(second.drops(home));
    refusesALargeFile();
    pausesAndResumes();
    leaves(officials);

    assertThat(gateway.bean(CamelContext.class).getRoute("inbox-dhs-ice")).isSameAs(inbox);
    followsInDevelopment();
    first.sendsAGoodFile();
    desk.bothSign(waiting);
    await("the response to the case that waited")
        .atMost(PATIENCE)
        .until(() -> !first.lists("outbox", waiting + ".rsp.").isEmpty());
    assertThat(verbs("partner/dhs-hsi"))
        .containsExactly("pause", "resume", "pause", "resume", "pause");
    assertThat(verbs("configuration")).containsExactly("reload", "reload", "reload");
    assertThat(printed.getAll()).doesNotContain("ADOPTION_WITHOUT_EVENT");
  }

  private List<String> verbs(String subject) {
    return gateway.rows().list("select verb from event where subject = ? order by id", subject);
  }

  /** As with --dev: a changed route is proved and replaced, or the old one goes on. */
  private void followsInDevelopment() throws IOException {
    CamelContext camel = gateway.bean(CamelContext.class);
    Runnable look =
        ReloadFixtures.devOn(
            routes,
            gateway.bean(Authority.class),
            gateway.bean(RunningRoutes.class),
            gateway.bean(Lifecycle.class));
    Path file = routes.resolve("pipeline.camel.yaml");
    String before = Files.readString(file);
    String step = "        - bean: { id: match, ref: records, method: match }";
    assertThat(before).contains(step);
    Route sealing = camel.getRoute("sealing");
    Route old = camel.getRoute("lookup");

    Files.writeString(file, before.replace(step, "        - log: dev\n" + step));
    look.run();
    Route replaced = camel.getRoute("lookup");
    assertThat(replaced).isNotNull().isNotSameAs(old);
    assertThat(camel.getRoute("sealing")).isSameAs(sealing);
    Files.writeString(file, before.replace(step, ""));
    look.run();

    assertThat(camel.getRoute("lookup")).as("a refused route changes nothing").isSameAs(replaced);
    Files.writeString(file, before);
    look.run();
  }

  private Path config(String name) {
    return home.resolve("config").resolve(name);
  }

  private void refusesWhatIsNotSigned() throws Exception {
    HttpResponse<String> refused = desk.call("olsen", "/partners/reload", REASON);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("C409_RELOAD_REFUSED", "WOULD_LOSE_FORCE", "registers/officials.yaml");
    assertThat(desk.get("olsen", "/partners").size()).isEqualTo(1);
  }

  /** Its documents are in force, and its inbox cannot be polled; everybody else goes on. */
  private void doesNotBegin() throws Exception {
    CamelContext camel = gateway.bean(CamelContext.class);
    AtomicBoolean broken = new AtomicBoolean(true);
    camel
        .getCamelContextExtension()
        .registerEndpointCallback(
            (uri, endpoint) -> {
              if (broken.get() && uri.contains("/to-irs")) {
                throw new IllegalStateException("No room for another endpoint.");
              }
              return endpoint;
            });
    assertThat(desk.get("olsen", "/partners/reload").path("differences").toString())
        .contains("partners/dhs-hsi.yaml: added", "registers/officials.yaml: changed")
        .contains("route inbox-dhs-hsi: differs");
    assertThat(refusal())
        .contains("C409_ROUTE_NOT_STARTED", "The documents are in force. ROUTE_NOT_STARTED")
        .contains("route inbox-dhs-hsi · it did not begin: No room for another endpoint.");
    assertThat(desk.get("olsen", "/partners").toString())
        .contains("\"partner\":\"dhs-hsi\",\"inForce\":true", "ROUTE_NOT_STARTED");
    assertThat(camel.getRoute("outbox-dhs-hsi")).isNotNull();
    assertThat(camel.getRoute("inbox-dhs-hsi")).isNull();
    assertThat(verbs("routes")).as("the route that does not run").endsWith("reload");
    assertThat(gateway.bean(HealthEndpoint.class).health().getStatus().getCode())
        .isEqualTo("ROUTE_NOT_STARTED");
    broken.set(false);
  }

  private JsonNode reloads() throws Exception {
    HttpResponse<String> done = desk.call("olsen", "/partners/reload", REASON);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    return new ObjectMapper().readTree(done.body());
  }

  private void answers(RequestFile file) {
    await("an answer to " + file.id()).atMost(PATIENCE).until(() -> second.hasAnswerTo(file));
    assertThat(second.folder("bad").resolve(file.name())).exists();
  }

  private void refusesALargeFile() throws IOException {
    String name = "DHS-HSI_T_20261130_0900.req.ndjson.pgp";
    second.drops(name, new byte[SecondPartner.MAX_SEALED_BYTES + 1]);

    await("the verdict of a file that is too large")
        .atMost(PATIENCE)
        .until(() -> Files.exists(second.folder("bad").resolve(name)));
    assertThat(gateway.rows().codes(new FileId("DHS-HSI_T_20261130_0900")))
        .contains("F112_THREAT_SCAN");
  }

  private void pausesAndResumes() throws Exception {
    says("pause", 200);
    says("pause", 409);
    RequestFile file = second.drops(home);
    await("polls of a paused partner")
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> Files.exists(second.folder("to-irs").resolve(file.name())));
    assertThat(desk.get("olsen", "/partners").toString())
        .contains("PARTNER_PAUSED", "\"pausedBy\":\"olsen\"");
    says("resume", 200);
    answers(file);
  }

  private void says(String step, int status) throws Exception {
    HttpResponse<String> said = desk.call("olsen", "/partners/dhs-hsi/" + step, REASON);
    assertThat(said.statusCode()).as(said.body()).isEqualTo(status);
  }

  /** Nothing is lost: it goes only after a pause, and when its last answer is in its outbox. */
  private void leaves(String officials) throws Exception {
    Path outbox = second.folder("from-irs");
    Path away = outbox.resolveSibling("away");
    Files.move(outbox, away);
    RequestFile file = second.drops(home);
    await("a verdict without an outbox")
        .atMost(PATIENCE)
        .until(() -> Files.exists(second.folder("bad").resolve(file.name())));
    String register = Files.readString(config("registers/officials.yaml"));
    goes(officials, register);
    assertThat(refusal())
        .contains("PARTNER_NOT_PAUSED", "PARTNER_HAS_WORK", "answers not uploaded: 1");
    says("pause", 200);
    Files.move(away, outbox);
    assertThat(refusal()).doesNotContain("PARTNER_NOT_PAUSED").contains("PARTNER_HAS_WORK");
    says("resume", 200);
    await("the last answer").atMost(PATIENCE).until(() -> second.hasAnswerTo(file));
    says("pause", 200);
    await("nothing is unfinished")
        .atMost(PATIENCE)
        .until(() -> desk.get("olsen", "/partners/reload").path("problems").isEmpty());
    assertThat(reloads().path("differences").toString())
        .contains("partners/dhs-hsi.yaml: removed", "route outbox-dhs-hsi: differs");
    assertThat(desk.get("olsen", "/partners").toString()).contains("\"inForce\":false");
    assertThat(gateway.bean(CamelContext.class).getRoute("inbox-dhs-hsi")).isNull();
  }

  private String refusal() throws Exception {
    HttpResponse<String> refused = desk.call("olsen", "/partners/reload", REASON);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    return refused.body();
  }

  private void goes(String officials, String register) throws IOException {
    Files.delete(config("partners/dhs-hsi.yaml"));
    int serial = register.indexOf("\nserial: ");
    String number = register.substring(serial, register.indexOf('\n', serial + 1));
    Files.writeString(
        config("registers/officials.yaml"),
        SecondPartner.raised(officials.replaceFirst("\nserial: \\d+", number)));
    WholeGateway.signs(home, config("registers/officials.yaml"));
    Path file = routes.resolve("partners.camel.yaml");
    Files.writeString(
        file, Files.readString(file).replaceAll("(?m)^- templatedRoute:.*dhs-hsi.*\n", ""));
  }
}
