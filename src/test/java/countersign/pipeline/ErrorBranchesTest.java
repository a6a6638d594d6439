package countersign.pipeline;

import static org.apache.camel.ExchangePattern.InOut;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.arrival.ReceivedFile;
import countersign.delivery.DeliveryFixtures;
import countersign.profile.FileKind;
import countersign.request.FileId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Runs the shipped routes and makes each step fail in every way that {@code errors.camel.yaml}
 * handles: each branch leaves the expected row, and the message is acknowledged. A branch without
 * an expectation in {@link Branch} fails the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorBranchesTest {
  private static final String STEPS =
      "intake receipts records redactor approvals delivery jdbcFindAddresses";
  private static final FileId FILE = new FileId("DHS-ICE_T_20261124_0001");
  private static final String UPLOAD = FILE.value() + ".rsp.ABCDEFGH";
  private final FakeWork work = new FakeWork();
  private final FailingSteps steps = new FailingSteps();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void forget_earlier_results() {
    work.forgets();
    steps.forgets(new ReceivedFile(FILE, FileKind.REQUEST, "p"));
  }

  @BeforeAll
  void start_the_shipped_routes() throws Exception {
    camel.getPropertiesComponent().addInitialProperty("countersign.consumers.lookup", "1");
    camel.getPropertiesComponent().addInitialProperty("countersign.consumers.deliver", "1");
    camel.addComponent("activemq6", new SedaComponent());
    camel
        .getCamelContextExtension()
        .addInterceptStrategy(new StepMetrics(new SimpleMeterRegistry()));
    camel.getShutdownStrategy().setTimeout(1);
    for (String bean : STEPS.split(" ", -1)) {
      camel.getRegistry().bind(bean, steps);
    }
    camel.getRegistry().bind("receipt", new RouteLockConfiguration().receiptFormat());
    List<String> fates = work.fates();
    camel
        .getRegistry()
        .bind(
            "routeErrorHandler",
            new RouteErrorHandler(
                work,
                (file, why) -> fates.add("refuse " + file.value()),
                file -> fates.add("not judged " + file.value()),
                queue -> fates.add("forged in " + queue),
                20));
    camel.getRegistry().bind("outboxConflictHandler", new FakeOutbox(fates));
    for (String file : List.of("errors", "pipeline")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              PluginHelper.getResourceLoader(camel)
                  .resolveResource("file:" + Path.of("routes", file + ".camel.yaml")));
    }
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:outbox-p").routeId("outbox-p").bean(steps, "upload");
          }
        });
    camel.start();
  }

  @AfterAll
  void stop_the_routes() {
    camel.stop();
  }

  @Test
  void every_error_branch_has_an_expectation_in_this_test() throws IOException {
    Map<String, String> written = new TreeMap<>();
    for (JsonNode entry : new YAMLMapper().readTree(Path.of("routes/errors.camel.yaml").toFile())) {
      JsonNode configuration = entry.path("routeConfiguration");
      String id = configuration.path("id").asString();
      for (JsonNode branch : configuration.path("onException")) {
        JsonNode on = branch.path("onException");
        assertThat(on.path("exception").size()).isEqualTo(1);
        String exception = on.path("exception").path(0).asString();
        written.put(
            id + " " + exception.replaceAll(".*[.]", ""),
            (on.has("handled") ? "handled " : "continued ")
                + on.path("steps").path(0).path("bean").path("method").asString());
      }
      if (configuration.has("errorHandler")) {
        written.put(id, configuration.path("errorHandler").propertyNames().iterator().next());
      }
    }
    assertThat(written)
        .isEqualTo(
            Map.of(
                "refuse-hold-retry Refused", "handled refuse",
                "refuse-hold-retry Held", "handled hold",
                "refuse-hold-retry Unavailable", "handled later",
                "refuse-hold-retry UnexpectedState", "handled overtaken",
                "refuse-hold-retry Exception", "handled park",
                "same-bytes SealedBytesChanged", "handled changed",
                "same-bytes GenericFileOperationFailedException", "continued settle",
                "stop", "noErrorHandler"));
  }

  static Stream<String> queueSteps() {
    return Stream.of(
            "judge reopen",
            "acknowledge acknowledge",
            "lookup load",
            "lookup match",
            "lookup redact",
            "lookup draft",
            "release release",
            "seal seal",
            "deliver dispatch",
            "deliver deliver")
        .flatMap(step -> Stream.of(Branch.values()).map(branch -> step + " " + branch));
  }

  @ParameterizedTest
  @MethodSource("queueSteps")
  void a_failed_step_leaves_the_row_of_its_error_branch(String scene) {
    String[] words = scene.split(" ", -1);
    Branch branch = Branch.valueOf(words[2]);
    String unit = words[0].equals("judge") ? FILE.value() : FILE.value() + "/1";
    steps.failsAt(words[1], branch.thrown());

    Exchange exchange = sent("activemq6:queue:" + words[0], unit);

    assertThat(exchange.getException()).as("the message is acknowledged").isNull();
    assertThat(String.join(", ", work.fates())).isEqualTo(branch.fate(words[0], unit));
    assertThat(steps.done()).doesNotContain(words[1]);
  }

  /** Every step that a polled file passes. */
  static Stream<String> pollSteps() {
    return Stream.of("open", "read")
        .flatMap(step -> Stream.of(Branch.values()).map(branch -> step + " " + branch));
  }

  @ParameterizedTest
  @MethodSource("pollSteps")
  void a_claimed_file_gets_the_result_of_its_error_branch(String scene) {
    String[] words = scene.split(" ", -1);
    Branch branch = Branch.valueOf(words[1]);
    steps.failsAt(words[0], branch.thrown());

    assertThat(arrives().getException()).isNull();
    assertThat(String.join(", ", work.fates())).isEqualTo(branch.fate("read", FILE.value()));
  }

  @ParameterizedTest
  @MethodSource("branches")
  void a_file_that_could_not_be_claimed_leaves_no_row_and_is_read_at_the_next_poll(String branch) {
    steps.failsAt("receive", Branch.valueOf(branch).thrown());

    assertThat(arrives().getException()).isNull();
    assertThat(steps.done()).isEmpty();
    assertThat(work.fates())
        .isEqualTo(branch.equals("OVERTAKEN") ? List.of("drop read ") : List.of());
  }

  static Stream<String> branches() {
    return Stream.of(Branch.values()).map(Branch::name);
  }

  @ParameterizedTest
  @MethodSource("branches")
  void if_the_row_cannot_be_written_the_broker_keeps_the_message(String branch) {
    steps.failsAt("draft", Branch.valueOf(branch).thrown());
    work.isAway();

    Exception kept = sent("activemq6:queue:lookup", FILE.value() + "/1").getException();

    assertThat(work.fates()).isEmpty();
    assertThat(kept).isNotNull().hasNoCause().hasMessage("DEFECT_STATE");
    assertThat(kept.getSuppressed()).isEmpty();
  }

  @Test
  void a_receipt_is_refused() {
    steps.receives(new ReceivedFile(FILE, FileKind.RECEIPT, "p"));
    steps.failsAt("unseal", Branch.REFUSE.thrown());

    assertThat(arrives().getException()).isNull();
    assertThat(work.fates()).containsExactly("refuse " + FILE.value());
  }

  @Test
  void a_failed_upload_of_the_same_bytes_continues_with_deliver() {
    steps.failsAt("upload", new GenericFileOperationFailedException("File already exist"));

    assertThat(sent("activemq6:queue:deliver", UPLOAD).getException()).isNull();
    assertThat(work.fates()).containsExactly("settle " + UPLOAD);
    assertThat(steps.done()).endsWith("deliver");
  }

  @Test
  void an_upload_of_changed_bytes_ends_without_deliver() {
    steps.failsAt("upload", DeliveryFixtures.failedUploadOfChangedBytes());

    assertThat(sent("activemq6:queue:deliver", UPLOAD).getException()).isNull();
    assertThat(work.fates()).containsExactly("changed " + UPLOAD);
    assertThat(steps.done()).doesNotContain("deliver");
  }

  @Test
  void a_failure_in_the_error_handler_returns_the_message_to_the_broker() {
    work.isAway();

    assertThat(deadLetter("queue://DLQ.lookup").getException()).isNotNull();
  }

  private Exchange deadLetter(String destination) {
    Processor letter =
        exchange -> {
          exchange.getMessage().setHeader("JMSDestination", destination);
          exchange.getMessage().setBody(FILE.value() + "/1");
        };
    return camel.createProducerTemplate().send("activemq6:queue:DLQ.>", InOut, letter);
  }

  @Test
  void a_dead_letter_of_the_dead_letter_queue_is_tried_again_under_its_original_queue() {
    Exchange letter = deadLetter("queue://DLQ.DLQ.lookup");

    assertThat(letter.getException()).isNull();
    assertThat(work.fates()).containsExactly("later lookup " + FILE.value() + "/1 DEAD_LETTER");
  }

  @Test
  void this_test_can_make_every_step_of_every_route_fail() throws IOException {
    List<String> written = new ArrayList<>();
    for (JsonNode entry :
        new YAMLMapper().readTree(Path.of("routes/pipeline.camel.yaml").toFile())) {
      entry.findValues("bean").forEach(bean -> written.add(method(bean)));
    }
    List<String> tried = new ArrayList<>(List.of("receive", "open", "read", "unseal", "confirm"));
    queueSteps().map(scene -> scene.split(" ", -1)[1]).distinct().forEach(tried::add);
    tried.addAll(List.of("find", "drained")); // caller and broker handle their failures
    assertThat(written).containsExactlyInAnyOrderElementsOf(tried);
  }

  private static String method(JsonNode bean) {
    return bean.path("method").asString().replaceAll("\\(.*", "");
  }

  private Exchange arrives() {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("CamelFileNameOnly", FILE.value() + ".req.ndjson.pgp");
    headers.put("CamelFileLength", 9L);
    return camel
        .createProducerTemplate()
        .send(
            "direct:arrived",
            exchange -> {
              exchange.getMessage().setBody("the bytes");
              exchange.getMessage().setHeaders(headers);
              exchange.setVariable("partner", "p");
            });
  }

  private Exchange sent(String queue, String unit) {
    return camel
        .createProducerTemplate()
        .send(queue, InOut, exchange -> exchange.getMessage().setBody(unit));
  }
}
