package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.records.LookupKey;
import countersign.request.Unavailable;
import countersign.testkit.PlayedSource;
import countersign.testkit.WebService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record source by HTTPS, against a real server that demands a client certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SourceByHttpsTest {
  private static final String MARIA = "900400001";
  private static final List<LookupKey> KEYS =
      List.of(new LookupKey.ByTin(MARIA), new LookupKey.ByTin("900400002"));
  private static final String[] VALUES = {MARIA, "900400002", "Garcia", "Elmwood", "Maria"};
  @TempDir static Path folder;
  private final PlayedSource source =
      new PlayedSource(
          Map.of(MARIA, List.of(PlayedSource.row(MARIA, "Maria", "Garcia", "12 Elmwood St"))));
  private WebService service;
  private SourceCamel camel;

  @BeforeAll
  void starts() throws Exception {
    service = new WebService(folder);
    camel = new SourceCamel(settings(), "vm://none", SourceCamel.using("record-source-https"));
  }

  private Map<String, Object> settings() {
    String prefix = "countersign.record-source.https.";
    return new HashMap<>(
        Map.of(
            prefix + "url", service.url(),
            prefix + "certificate", service.certificate().toString(),
            prefix + "private-key", service.key().toString(),
            prefix + "trusted", service.trusted().toString(),
            prefix + "reply-millis", 1500));
  }

  @AfterAll
  void stops() {
    camel.close();
    service.close();
  }

  @Test
  void the_rows_of_each_key_come_back_and_no_header_goes_or_comes() {
    service.answers(200, source::bytes);

    assertThat(camel.find(KEYS))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.tin()).isEqualTo(MARIA);
              assertThat(row.name().surname()).isEqualTo("Garcia");
              assertThat(row.address().line1()).isEqualTo("12 Elmwood St");
              assertThat(row.lastKnown()).isTrue();
            });
    assertThat(service.headers().get(service.headers().size() - 1))
        .startsWith("POST")
        .doesNotContain("Breadcrumb", "X-");
  }

  @Test
  void five_hundred_keys_are_one_call() {
    service.answers(200, source::bytes);
    int before = service.headers().size();

    camel.find(
        IntStream.range(0, 500)
            .<LookupKey>mapToObj(i -> new LookupKey.ByTin("9004%05d".formatted(i)))
            .toList());

    assertThat(service.headers()).hasSize(before + 1);
  }

  static Stream<Arguments> spoiled() {
    return Stream.of(
        spoils("a field that the schema", reply -> reply.put("Garcia", "Maria")),
        spoils("a field that the schema", reply -> row(reply).put("phone", "Garcia")),
        spoils("an id is missing", reply -> answers(reply).remove(1)),
        spoils("an id twice", reply -> answers(reply).add(answers(reply).get(0))),
        spoils("an id that was not asked", reply -> answer(reply).put("id", "77")),
        spoils("answers[0].id", reply -> answer(reply).put("id", "Garcia")),
        spoils("another taxpayer", reply -> row(reply).put("tin", "900400002")),
        spoils("answers[0].records[0].tin", reply -> row(reply).put("tin", "Garcia")),
        spoils("answers[0].records[0].surname", reply -> row(reply).putNull("surname")),
        spoils("answers[0].records[0].lastknown", reply -> row(reply).remove("lastKnown")),
        spoils("a number in place", reply -> row(reply).put("period", 2024)),
        spoils("a boolean in place", reply -> row(reply).put("surname", true)),
        spoils("another type", reply -> row(reply).put("lastKnown", "true")),
        spoils("another type", reply -> reply.put("answers", "Garcia")),
        spoils("answers[0].records", reply -> many(answer(reply).withArray("records"), 201)),
        spoils("answers", reply -> many(answers(reply), 501)),
        spoils("requestid", reply -> reply.put("requestId", "Garcia")),
        spoils(
            "another request",
            reply -> reply.put("requestId", "00000000-0000-0000-0000-000000000000")));
  }

  @ParameterizedTest
  @MethodSource("spoiled")
  void a_reply_that_is_not_as_documented_is_refused_and_not_quoted(
      String why, Consumer<ObjectNode> spoil, CapturedOutput printed) {
    service.answers(
        200,
        request -> {
          ObjectNode reply = source.reply(request);
          spoil.accept(reply);
          return reply.toString().getBytes(StandardCharsets.UTF_8);
        });

    refused("RECORDS_REPLY", why, printed);
  }

  @Test
  void another_status_and_silence_are_unavailable_and_not_quoted(CapturedOutput printed) {
    service.answers(503, request -> "Garcia is away".getBytes(StandardCharsets.UTF_8));
    refused("RECORDS_DOWN", "HTTP 503", printed);

    service.answers(302, request -> "Garcia moved".getBytes(StandardCharsets.UTF_8));
    refused("RECORDS_DOWN", "HTTP 302", printed);

    service.answers(
        200,
        request -> {
          java.util.concurrent.locks.LockSupport.parkNanos(3_000_000_000L);
          return source.bytes(request);
        });
    refused("RECORDS_DOWN", "TIMED_OUT", printed);
  }

  @Test
  void a_reply_without_an_end_is_given_up_whatever_its_status(CapturedOutput printed)
      throws Exception {
    service.pours(500);
    refused("RECORDS_DOWN", "HTTP 500", printed);
    assertThat(service.poured()).isLessThan(WebService.MOST);

    Map<String, Object> patient = settings();
    patient.put("countersign.record-source.https.reply-millis", 60_000);
    service.pours(200);
    try (SourceCamel other =
        new SourceCamel(patient, "vm://none", SourceCamel.using("record-source-https"))) {
      assertThatThrownBy(() -> other.find(KEYS))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("RECORDS_REPLY")
          .hasMessageContaining("TOO_LONG");
    }
    assertThat(service.poured()).isLessThan(WebService.MOST);
    service.answers(200, source::bytes);
    assertThat(camel.find(KEYS)).hasSize(1);
  }

  @Test
  void a_service_with_another_certificate_gets_nothing() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    countersign.testkit.SelfSigned.in(other);
    Map<String, Object> changed = settings();
    changed.put(
        "countersign.record-source.https.trusted", other.resolve("certificate.pem").toString());
    int before = service.headers().size();
    try (SourceCamel distrusting =
        new SourceCamel(changed, "vm://none", SourceCamel.using("record-source-https"))) {
      assertThatThrownBy(() -> distrusting.find(KEYS))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("RECORDS_DOWN");
    }
    assertThat(service.headers()).hasSize(before);
  }

  @Test
  void a_route_writes_no_other_address_behind_the_component() throws IOException {
    for (String uri :
        List.of("records-https:other", "records-https:find-addresses?httpMethod=GET")) {
      assertThatThrownBy(() -> camel.context().getEndpoint(uri))
          .hasStackTraceContaining("without options");
    }
    assertThatThrownBy(() -> camel.context().getEndpoint("records-queue:find-addresses"))
        .hasStackTraceContaining("config/countersign.yaml has no recordSource.queue");
  }

  private void refused(String code, String why, CapturedOutput printed) {
    assertThatThrownBy(() -> camel.find(KEYS))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith(code)
        .hasMessageContaining(why)
        .hasNoCause()
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).isEmpty())
        .message()
        .doesNotContain(VALUES);
    assertThat(printed.getAll()).doesNotContain(VALUES);
  }

  private static Arguments spoils(String why, Consumer<ObjectNode> how) {
    return Arguments.of(why, how);
  }

  private static ArrayNode answers(ObjectNode reply) {
    return (ArrayNode) reply.get("answers");
  }

  private static ObjectNode answer(ObjectNode reply) {
    return (ObjectNode) answers(reply).get(0);
  }

  private static ObjectNode row(ObjectNode reply) {
    return (ObjectNode) answer(reply).get("records").get(0);
  }

  private static void many(ArrayNode list, int count) {
    while (list.size() < count) {
      list.add(list.get(0));
    }
  }
}
