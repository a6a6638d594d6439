package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests without the published form change nothing and never make the gateway fail. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class StrictRequestsIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private World world;

  @BeforeEach
  void begin() {
    world.console().begin();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scope=ALL&reason=order&scope=AGENCY",
        "scope=ALL&reason=order&reason=other",
        "scope=ALL&reason=order&reason=order"
      })
  void a_form_with_a_field_twice_is_a_400(String form) throws Exception {
    WebSession counsel = signedIn();

    assertThat(counsel.post("/stops", form).statusCode()).isEqualTo(400);
    assertThat(counsel.get("/files?state=HELD&state=TAKEN").statusCode()).isEqualTo(400);
    assertThat(world.stops().all()).isEmpty();
  }

  @Test
  void the_log_does_not_repeat_a_form_value_of_the_wrong_type(CapturedOutput log) throws Exception {
    HttpResponse<String> answer =
        signedIn()
            .post(
                "/requests/" + ConsoleData.FILE + "/R-000001/refuse",
                "reason=no&identifiesInformant=Maria-Garcia");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(log.getAll()).doesNotContain("Maria-Garcia");
    assertThat(answer.body()).doesNotContain("Maria-Garcia");
  }

  private WebSession signedIn() throws Exception {
    WebSession session = new WebSession(port);
    session.signIn("carla", world.console().password(accounts, "carla", Role.COUNSEL));
    session.get("/stops");
    return session;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reason\":\"order\",\"reason\":\"other\"}",
        "{\"reason\":\"order\",\"scope\":\"ALL\",\"\\u0073cope\":\"ALL\"}",
        "{\"reason\":17}",
        "{\"reason\":true}",
        "{\"reason\":1.5}",
        "{\"reason\":[\"order\"]}",
        "{\"reason\":{\"text\":\"order\"}}",
        "{\"reason\":\"order\",\"more\":1}",
        "{\"reason\":\"order\",\"Scope\":\"ALL\"}",
        "{\"reason\":\"order\"} x",
        "{\"reason\":\"order\"}{}",
        "{\"reason\":\"order\"} null",
        "{\"reason\":\"a\\u0000b\"}",
        "{\"reason\":\"a\\ud800b\"}",
        "{\"reason\":\"a\\udc00b\"}",
        "{\"reason\":\"order\",\"scope\":\"AGENCY\",\"value\":\"a\\u0000\"}",
        "{'reason':'order'}",
        "{\"reason\":\"order\",}",
        "[{\"reason\":\"order\"}]",
        "[]",
        "\"order\"",
        "\"\"",
        "17",
        "null",
        "{",
        "",
        "NaN"
      })
  void a_body_that_is_not_exactly_the_published_object_is_a_400(String body) throws Exception {
    String answer =
        call("/api/v1/stops", "carla", Role.COUNSEL, body.getBytes(StandardCharsets.UTF_8));

    assertProblem(answer, 400, "C400_MALFORMED");
    assertThat(world.stops().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"identifiesInformant\":\"false\"",
        "\"identifiesInformant\":0",
        "\"identifiesInformant\":\"\"",
        "\"identifiesInformant\":1.0",
        "\"identifiesInformant\":[false]"
      })
  void an_answer_that_is_not_true_or_false_is_a_400(String field) throws Exception {
    String body =
        "{\"draftSha256\":\"%s\",\"reason\":\"agrees\",\"impairsInvestigation\":false,%s}"
            .formatted("0".repeat(64), field);
    String path = "/api/v1/requests/DHS-ICE_T_20261124_0001/R-000001/endorse";

    assertProblem(
        call(path, "adams", Role.FIRST_REVIEWER, body.getBytes(StandardCharsets.UTF_8)),
        400,
        "C400_MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"...\"", "\"12 34\"", "\" \"", "\"\"", "\"-\"", "\"\\ud83d\\ude00\""})
  void a_reason_without_a_letter_is_a_422(String reason) throws Exception {
    String answer =
        call(
            "/api/v1/stops",
            "carla",
            Role.COUNSEL,
            ("{\"reason\":" + reason + "}").getBytes(StandardCharsets.UTF_8));

    assertProblem(answer, 422, "C422_NO_REASON");
    assertThat(world.stops().all()).isEmpty();
  }

  @Test
  void a_body_that_is_not_utf_8_is_a_400() throws Exception {
    byte[] body = "{\"reason\":\"order x\"}".getBytes(StandardCharsets.UTF_8);
    body[body.length - 3] = (byte) 0xff;

    assertProblem(call("/api/v1/stops", "carla", Role.COUNSEL, body), 400, "C400_MALFORMED");
  }

  @Test
  void a_body_in_another_charset_is_a_415() throws Exception {
    String body = "{\"reason\":\"order\"}";
    for (java.nio.charset.Charset other :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          java.nio.charset.Charset.forName("UTF-32BE")
        }) {
      String answer = call("/api/v1/stops", "carla", Role.COUNSEL, body.getBytes(other));
      assertProblem(answer, 415, "C415_NOT_UTF8");
    }
    String head = "POST /api/v1/stops HTTP/1.1\r\nContent-Type: application/json; charset=%s\r\n";
    for (String named : new String[] {"UTF-16", "ISO-8859-1"}) {
      assertProblem(
          send(
              head.formatted(named) + basic("carla", Role.COUNSEL),
              body.getBytes(StandardCharsets.UTF_8)),
          415,
          "C415_NOT_UTF8");
    }
    assertThat(world.stops().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_body_above_64_kib_is_a_413(boolean announced) throws Exception {
    byte[] body =
        ("{\"reason\":\"order\"}" + " ".repeat(64 * 1024)).getBytes(StandardCharsets.UTF_8);
    String head = "POST /api/v1/stops HTTP/1.1\r\nContent-Type: application/json\r\n";
    String answer =
        announced
            ? call("/api/v1/stops", "carla", Role.COUNSEL, body)
            : send(
                head + basic("carla", Role.COUNSEL) + "Transfer-Encoding: chunked\r\n",
                "%x\r\n%s\r\n0\r\n\r\n"
                    .formatted(body.length, text(body))
                    .getBytes(StandardCharsets.UTF_8));

    assertProblem(answer, 413, "C413_TOO_LARGE");
    assertThat(world.stops().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/files?state=%00",
        "/api/v1/files?x=%ED%A0%80",
        "/api/v1/files?%00=x",
        "/api/v1/files?x=%FF",
        "/api/v1/files?x=%C0%80",
        "/api/v1/files?x=%zz",
        "/api/v1/files/%00",
        "/api/v1/files/%ED%A0%80",
        "/api/v1/files/a%FFb",
        "/api/v1/files/..%2f",
        "/api/v1/files/a;b"
      })
  void a_path_or_query_that_is_not_text_is_a_400(String path) throws Exception {
    String answer =
        send("GET " + path + " HTTP/1.1\r\n" + basic("carla", Role.COUNSEL), new byte[0]);

    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"username=a%00b", "username=%ED%A0%80", "username=%FF", "a%00=b", "username=%zz"})
  void a_form_field_that_is_not_text_is_a_400_page(String form) throws Exception {
    String answer =
        send(
            "POST /login HTTP/1.1\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            form.getBytes(StandardCharsets.UTF_8));

    assertThat(answer).startsWith("HTTP/1.1 400").contains("C400_MALFORMED");
  }

  @Test
  void a_form_above_64_kib_is_a_413_page() throws Exception {
    String answer =
        send(
            "POST /login HTTP/1.1\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            ("username=" + "a".repeat(65 * 1024)).getBytes(StandardCharsets.UTF_8));

    assertThat(answer).startsWith("HTTP/1.1 413").contains("C413_TOO_LARGE");
  }

  @Test
  void a_user_name_with_a_character_that_cannot_be_stored_is_a_401() throws Exception {
    for (String name : new String[] {"a\0b", "\ud800", "a".repeat(5000)}) {
      String pair =
          Base64.getEncoder().encodeToString((name + ":x").getBytes(StandardCharsets.UTF_8));
      String answer =
          send("GET /api/v1/files HTTP/1.1\r\nAuthorization: Basic " + pair + "\r\n", new byte[0]);
      assertThat(answer).startsWith("HTTP/1.1 401");
    }
  }

  private static void assertProblem(String answer, int status, String code) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json", "\"code\":\"" + code + "\"");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String basic(String account, Role role) {
    String pair = account + ":" + world.console().password(accounts, account, role);
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        + "\r\n";
  }

  private String call(String path, String account, Role role, byte[] body) throws Exception {
    String head = "POST %s HTTP/1.1\r\nContent-Type: application/json\r\n".formatted(path);
    return send(head + basic(account, role), body);
  }

  /** Over a plain socket, because Java's client cannot send what these tests send. */
  private String send(String head, byte[] body) throws Exception {
    boolean chunked = head.contains("chunked");
    String length = chunked ? "" : "Content-Length: " + body.length + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String rest = "Host: localhost\r\nConnection: close\r\n" + length + "\r\n";
      out.write((head + rest).getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
