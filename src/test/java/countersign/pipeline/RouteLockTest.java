package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Sha256;
import countersign.pipeline.EndpointLock.RouteLocked;
import countersign.request.Unavailable;
import countersign.sealing.StoredBytes;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run-time lock: closed bodies, beans and classes out of reach, locked endpoints. */
class RouteLockTest {
  @TempDir Path folder;
  private final LockedCamel locked = new LockedCamel();

  @AfterEach
  void stop() {
    locked.close();
  }

  @Test
  void a_closed_body_has_no_public_method_and_cannot_be_serialized() {
    for (Class<?> type : ClosedBody.class.getPermittedSubclasses()) {
      assertThat(Arrays.stream(type.getDeclaredMethods()).map(method -> method.getModifiers()))
          .as("%s", type)
          .noneMatch(Modifier::isPublic);
      assertThat(Serializable.class).as("%s", type).matches(one -> !one.isAssignableFrom(type));
    }
    assertThat(LockedCamel.slice()).hasToString("Screened of DHS-ICE_T_20261124_0001/1");
    assertThat(LockedCamel.found()).hasToString("Found of 1 records");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${body}",
        "${body.open}",
        "${body.slice}",
        "${body.unit}",
        "${body.requests[0].request.subject}",
        "${body.open.requests}",
        "${body.getClass.getDeclaredFields[0].get(${body})}",
        "${bodyAs(String)}",
        "${bodyOneLine}",
        "${prettyBody}",
        "${mandatoryBodyAs(String)}",
        "${exchange.message.body}",
        "${messageAs(String)}",
        "${body.hashCode}"
      })
  void no_expression_reads_a_closed_body(String expression) throws Exception {
    locked.load(Map.of());
    Exchange exchange = new DefaultExchange(locked.context());
    for (Object body : List.of(LockedCamel.slice(), LockedCamel.wanted(), LockedCamel.found())) {
      exchange.getMessage().setBody(body);
      String said;
      try {
        said =
            locked
                .context()
                .resolveLanguage("simple")
                .createExpression(expression)
                .evaluate(exchange, String.class);
      } catch (RuntimeException refused) {
        said = String.valueOf(refused);
      }
      assertThat(String.valueOf(said)).doesNotContain(LockedCamel.VALUES);
    }
  }

  @Test
  void a_route_finds_no_bean_and_no_class_but_those_of_its_steps() {
    assertThat(locked.context().getRegistry().lookupByName("intake")).isNotNull();
    for (String bean : List.of("vault", "dataSource", "routeIntakeSteps", "jdbcTemplate")) {
      assertThat(locked.context().getRegistry().lookupByName(bean)).as(bean).isNull();
    }
    assertThat(locked.context().getRegistry().findByType(LockedCamel.Steps.class)).isEmpty();
    for (String type :
        List.of(
            "countersign.vault.Vault",
            "countersign.records.JdbcFindAddresses",
            "countersign.sealing.StoredBytes",
            "java.lang.Runtime",
            "java.lang.ProcessBuilder",
            "org.springframework.jdbc.core.JdbcTemplate")) {
      assertThat(locked.context().getClassResolver().resolveClass(type)).as(type).isNull();
    }
    assertThat(locked.context().getClassResolver().resolveClass("countersign.request.Held"))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:%s", "mock:x", "seda:x", "log:x?showAll=true", "stub:x"})
  void no_endpoint_outside_takes_a_message(String uri) throws Exception {
    locked.load(Map.of());
    for (Object body : List.of(LockedCamel.slice(), LockedCamel.found(), "a text")) {
      Exchange sent = locked.sends(uri.formatted(folder), body);
      assertThat(sent.getException()).isInstanceOf(RouteLocked.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_partner_gets_a_sealed_file_and_nothing_else() throws Exception {
    locked.load(Map.of());
    String outbox = "sftp://user@127.0.0.1:1/outbox?maximumReconnectAttempts=0&fileName=x";

    assertThat(locked.sends(outbox, "a text").getException())
        .isInstanceOf(RouteLocked.class)
        .hasMessageContaining("no sealed file");
    assertThat(locked.sends(outbox, LockedCamel.found()).getException())
        .isInstanceOf(RouteLocked.class);
    byte[] bytes = {1};
    StoredBytes sealed =
        new StoredBytes(from -> bytes, 1, HexFormat.of().formatHex(Sha256.of(bytes)));
    assertThat(locked.sends(outbox, sealed).getException())
        .as("the lock lets it go, and no server is there")
        .isNotNull()
        .isNotInstanceOf(RouteLocked.class);
  }

  @Test
  void an_exchange_that_carried_data_stays_locked() throws Exception {
    locked.load(
        Map.of(
            "x.yaml",
            """
            - route:
                id: washed
                from:
                  uri: direct:washed
                  steps:
                    - bean: { ref: jdbcFindAddresses, method: find }
                    - setVariable: { name: kept, simple: "${body}" }
                    - setBody: { constant: "clean" }
                    - removeVariable: { name: kept }
                    - removeProperties: { pattern: "*" }
                    - to: direct:label
            - route:
                id: label
                from:
                  uri: direct:label
                  steps:
                    - to: mock:out
            """));

    Exchange sent = locked.sends("direct:washed", LockedCamel.wanted());

    assertThat(sent.getException())
        .isInstanceOf(RouteLocked.class)
        .hasMessageContaining("carried taxpayer data");
  }

  @Test
  void what_a_step_throws_reaches_a_route_without_its_message() {
    SQLException quoted = new SQLException("quotes 900400001", "40P01");
    for (RuntimeException thrown :
        List.of(
            new IllegalStateException("900400001", quoted),
            new Unavailable("RECORDS_DOWN", "No answer.", quoted))) {
      try {
        ClosedFailure.during(
            () -> {
              throw thrown;
            });
      } catch (RuntimeException seen) {
        for (Throwable one = seen; one != null; one = one.getCause()) {
          assertThat(one.toString()).doesNotContain("900400001");
        }
        assertThat(FaultSort.causeOf(seen)).isEqualTo(FaultSort.causeOf(thrown));
      }
    }
  }
}
