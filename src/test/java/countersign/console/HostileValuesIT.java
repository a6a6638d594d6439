package countersign.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** No value of any parameter of a page or call makes the gateway fail. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostileValuesIT {
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "9223372036854775807",
          "99999999999999999999",
          "1e308",
          "NaN",
          "true",
          "null",
          "0000-01-01",
          "9999-12-31",
          "0000-01-01/9999-12-31",
          "9999-12-31/9999-12-31",
          "2026-02-30",
          "+292278994-08-17T00:00:00Z",
          "../../etc/passwd",
          "a\u0000b",
          "\uff19\uff10\uff10",
          "' or 1=1;--%_\\",
          "<script>${7*7}#{1}*{1}</script>",
          "\u3164",
          "SUBJECT",
          "PICKED_UP",
          ConsoleData.FILE,
          "DHS-ICE_T_99991231_999999999",
          "R-999999",
          "x".repeat(3000));

  /** For what a person signs, because each signature costs a slow hash of the password. */
  private static final List<String> FEW =
      List.of(
          "",
          "9223372036854775807",
          "0000-01-01",
          "0000-01-01/9999-12-31",
          "9999-12-31/9999-12-31",
          "a\u0000b",
          "\u3164",
          "x".repeat(3000));

  private static final Map<String, String> PLAUSIBLE =
      Map.of(
          "fileId", ConsoleData.FILE,
          "requestId", "R-000001",
          "id", "4711",
          "reason", "a reason",
          "scope", "PICKED_UP",
          "value", "2026-11-01/2026-11-30",
          "from", "2026-11-01",
          "until", "2026-11-30",
          "draftSha256", ConsoleData.draftSha256("R-000001"));

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private World world;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Role, WebSession> sessions = new TreeMap<>();
  private final List<String> failed = new ArrayList<>();
  private int sent;

  @Test
  void no_value_of_a_parameter_makes_the_gateway_fail() throws Exception {
    world.console().begin();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
        requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
      for (String path : mapping.getKey().getPatternValues()) {
        String method =
            mapping.getKey().getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .findFirst()
                .orElse("GET");
        attack(method, path.replaceAll(":[^}]*}", "}"), mapping.getValue());
      }
    }
    assertThat(failed).isEmpty();
    assertThat(sent).isGreaterThan(1000);
    world.console().begin();
  }

  private void attack(String method, String path, HandlerMethod handler) throws Exception {
    Role role = role(method, path);
    if (role == null || path.endsWith("/next")) {
      return;
    }
    Map<String, Class<?>> fields = fields(handler);
    for (String field : fields.keySet()) {
      for (String value : method.equals("GET") ? HOSTILE : FEW) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.keySet().stream()
            .filter(PLAUSIBLE::containsKey)
            .forEach(name -> values.put(name, PLAUSIBLE.get(name)));
        values.put(field, value);
        HttpResponse<String> answer = send(role, method, path, values);
        sent++;
        if (answer.statusCode() >= 500) {
          String shown = value.length() > 40 ? "long" : value;
          failed.add("%s %s %s=%s: %d".formatted(method, path, field, shown, answer.statusCode()));
        }
      }
    }
  }

  /** A role that may use this endpoint; null if nobody may, or no parameter matters. */
  private static Role role(String method, String path) {
    return RoleMatrixIT.ROWS.entrySet().stream()
        .filter(row -> row.getKey().matches(method + " " + pattern(path)))
        .map(row -> RoleMatrixIT.COLUMNS.indexOf(row.getValue().charAt(0)))
        .filter(column -> column >= 0)
        .map(List.of(Role.values())::get)
        .findFirst()
        .orElse(null);
  }

  private static String pattern(String path) {
    return path.replace("**", "[*]{2}").replaceAll("\\{[a-zA-Z]+}", "[^/]+");
  }

  private static Map<String, Class<?>> fields(HandlerMethod handler) {
    Map<String, Class<?>> fields = new TreeMap<>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      boolean single =
          parameter.hasParameterAnnotation(PathVariable.class)
              || parameter.hasParameterAnnotation(RequestParam.class);
      if (single) {
        fields.put(parameter.getParameter().getName(), parameter.getParameterType());
      } else if (parameter.getParameterType().isRecord()) {
        for (RecordComponent one : parameter.getParameterType().getRecordComponents()) {
          fields.put(one.getName(), one.getType());
        }
      }
    }
    fields.remove("password"); // three wrong ones lock the account
    return fields;
  }

  private HttpResponse<String> send(
      Role role, String method, String path, Map<String, String> values) throws Exception {
    String filled = path.replace("/**", "/x");
    Map<String, String> rest = new LinkedHashMap<>(values);
    for (String name : values.keySet()) {
      if (filled.contains("{" + name + "}")) {
        filled = filled.replace("{" + name + "}", encoded(values.get(name)));
        rest.remove(name);
      }
    }
    filled = filled.replaceAll("\\{[a-zA-Z]+}", "X");
    String account = "hostile-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String password = world.console().password(accounts, account, role);
    String form = form(rest);
    if (!filled.startsWith("/api/")) {
      WebSession session = session(role, account, password);
      return method.equals("GET")
          ? session.get(filled + "?" + form)
          : session.post(filled, form + "&password=" + encoded(password));
    }
    String basic = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8));
    boolean reads = method.equals("GET");
    HttpRequest.Builder call =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + filled + (reads ? "?" + form : "")))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + basic);
    if (!reads) {
      call.POST(HttpRequest.BodyPublishers.ofString(new JsonMapper().writeValueAsString(rest)));
    }
    return http.send(call.build(), HttpResponse.BodyHandlers.ofString());
  }

  private WebSession session(Role role, String account, String password) throws Exception {
    WebSession open = sessions.get(role);
    if (open == null) {
      open = new WebSession(port);
      open.signIn(account, password);
      open.get("/files");
      sessions.put(role, open);
    }
    return open;
  }

  private static String form(Map<String, String> values) {
    List<String> fields = new ArrayList<>();
    values.forEach((name, value) -> fields.add(name + "=" + encoded(value)));
    return String.join("&", fields);
  }

  private static String encoded(String value) {
    return WebSession.encoded(value).replace("+", "%20");
  }
}
