package countersign.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.testkit.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint of the gateway with the roles that may use it. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RoleMatrixIT {

  /**
   * One line for each endpoint: method, path and the columns S submitter, O operator, F first
   * reviewer, C countersigner, L counsel, P privacy officer, R rule editor, A auditor, M
   * administrator; {@code everybody} also without an account, {@code nobody} for none.
   */
  private static final String MATRIX =
      """
      GET  /                                                     SOFCLPRAM
      GET  /login                                                everybody
      GET  /glossary                                             everybody
      ANY  /error                                                nobody
      GET  /v3/api-docs                                          SOFCLPRAM
      GET  /v3/api-docs.yaml                                     nobody
      GET  /work-list                                            FCL
      POST /work-list/next                                       FCL
      GET  /control-cases                                        P
      POST /requests/{fileId}/{requestId}/claim                  FCL
      POST /requests/{fileId}/{requestId}/unclaim                FCL
      POST /requests/{fileId}/{requestId}/reasons                FCL
      GET  /requests/{fileId}/{requestId}                        SOFCLPA
      GET  /requests/{fileId}/{requestId}/rules                  SOFCLPA
      POST /requests/{fileId}/{requestId}/endorse                F
      POST /requests/{fileId}/{requestId}/countersign            C
      POST /requests/{fileId}/{requestId}/refuse                 FCL
      POST /requests/{fileId}/{requestId}/reconsider             L
      POST /requests/{fileId}/{requestId}/lift                   L
      GET  /files                                                SOFCLPRAM
      GET  /files/{fileId}                                       SOFCLPRAM
      POST /files/{fileId}/take                                  FCL
      POST /files/{fileId}/refuse                                FCL
      POST /files/{fileId}/judge                                 O
      POST /files/{fileId}/requests/{requestId}/take             FCL
      POST /files/{fileId}/requests/{requestId}/refuse           FCL
      GET  /queues                                               OFCLPA
      POST /parked/{step}                                        O
      POST /parked/reseal                                        OLP
      GET  /partners                                             OFCLPA
      POST /partners/reload                                      O
      POST /partners/{id}/{step}                                 O
      GET  /due                                                  OFCLPA
      POST /due/extend                                           LP
      GET  /incidents                                            OFCLPA
      GET  /incidents/{id}/report                                OFCLPA
      POST /incidents                                            OFCLPA
      POST /incidents/{id}/told                                  LP
      POST /incidents/{id}/close                                 LP
      GET  /recalls                                              OFCLPA
      POST /recalls                                              LP
      POST /recalls/preview                                      LP
      POST /recalls/{id}/confirm                                 LP
      GET  /stops                                                OFCLPA
      GET  /stops/new                                            OLP
      POST /stops/preview                                        OLP
      POST /stops                                                OLP
      POST /stops/{id}/lift                                      LP
      POST /kept                                                 OFCLP
      GET  /ledger                                               OFCLPA
      POST /ledger/check                                         OPA
      GET  /routes                                               OA
      GET  /passkey                                              OFCLPM
      POST /passkey                                              OFCLPM
      GET  /accounts                                             AM
      POST /accounts/proposals                                   M
      POST /accounts/proposals/{id}/confirm                      M
      POST /accounts/proposals/{id}/reject                       M
      GET  /access                                               PA
      GET  /holds/**                                             SOFCLPRAM
      POST /holds/**                                             SOFCLPRAM
      GET  /api/v1/work-list                                     FCL
      GET  /api/v1/work-list/held                                FCL
      POST /api/v1/work-list/next                                FCL
      GET  /api/v1/control-cases                                 P
      POST /api/v1/requests/{fileId}/{requestId}/claim           FCL
      POST /api/v1/requests/{fileId}/{requestId}/unclaim         FCL
      GET  /api/v1/requests/{fileId}/{requestId}/reasons         FCL
      POST /api/v1/requests/{fileId}/{requestId}/reasons         FCL
      GET  /api/v1/requests/{fileId}/{requestId}                 SOFCLPA
      GET  /api/v1/requests/{fileId}/{requestId}/rules           SOFCLPA
      GET  /api/v1/requests/{fileId}/{requestId}/approvals       FCLP
      POST /api/v1/requests/{fileId}/{requestId}/endorse         F
      POST /api/v1/requests/{fileId}/{requestId}/countersign     C
      POST /api/v1/requests/{fileId}/{requestId}/refuse          FCL
      POST /api/v1/requests/{fileId}/{requestId}/reconsider      L
      POST /api/v1/requests/{fileId}/{requestId}/lift            L
      GET  /api/v1/files                                         SOFCLPRAM
      GET  /api/v1/files/{fileId}                                SOFCLPRAM
      POST /api/v1/files/{fileId}/take                           FCL
      POST /api/v1/files/{fileId}/refuse                         FCL
      POST /api/v1/files/{fileId}/judge                          O
      POST /api/v1/files/{fileId}/requests/{requestId}/take      FCL
      POST /api/v1/files/{fileId}/requests/{requestId}/refuse    FCL
      GET  /api/v1/queues                                        OFCLPA
      GET  /api/v1/parked                                        OFCLPA
      POST /api/v1/parked/retry                                  O
      POST /api/v1/parked/discard                                O
      POST /api/v1/parked/reseal                                 OLP
      GET  /api/v1/inboxes                                       OFCLPA
      GET  /api/v1/partners                                      OFCLPA
      GET  /api/v1/partners/reload                               O
      POST /api/v1/partners/reload                               O
      POST /api/v1/partners/{id}/pause                           O
      POST /api/v1/partners/{id}/resume                          O
      GET  /api/v1/due                                           OFCLPA
      POST /api/v1/due/extend                                    LP
      GET  /api/v1/incidents                                     OFCLPA
      POST /api/v1/incidents                                     OFCLPA
      POST /api/v1/incidents/{id}/told                           LP
      POST /api/v1/incidents/{id}/close                          LP
      GET  /api/v1/recalls                                       OFCLPA
      POST /api/v1/recalls                                       LP
      POST /api/v1/recalls/preview                               LP
      POST /api/v1/recalls/{id}/confirm                          LP
      GET  /api/v1/stops                                         OFCLPA
      GET  /api/v1/stops/values                                  OLP
      POST /api/v1/stops/preview                                 OLP
      POST /api/v1/stops                                         OLP
      POST /api/v1/stops/{id}/lift                               LP
      GET  /api/v1/accounts                                      AM
      GET  /api/v1/accounts/proposals                            AM
      POST /api/v1/accounts/proposals                            M
      POST /api/v1/accounts/proposals/{id}/confirm               M
      POST /api/v1/accounts/proposals/{id}/reject                M
      GET  /api/v1/access                                        PA
      GET  /api/v1/holds/**                                      SOFCLPRAM
      POST /api/v1/holds/**                                      SOFCLPRAM
      GET  /actuator                                             nobody
      GET  /actuator/health                                      everybody
      GET  /actuator/health/**                                   everybody
      GET  /actuator/prometheus                                  OA
      """;

  static final String COLUMNS = "SOFCLPRAM";
  private static final List<Role> ROLES = List.of(Role.values());
  static final Map<String, String> ROWS = rows();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private World world;
  @Autowired private Map<String, RequestMappingInfoHandlerMapping> mappings;

  private static Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    for (String line : MATRIX.lines().toList()) {
      String[] words = line.trim().split("\\s+", -1);
      rows.put(words[0] + " " + words[1], words[2]);
    }
    return rows;
  }

  @BeforeEach
  void begin() {
    world.console().begin();
  }

  @Test
  void every_endpoint_has_a_row_and_every_row_an_endpoint() {
    Set<String> endpoints = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping mapping : mappings.values()) {
      mapping.getHandlerMethods().keySet().forEach(info -> endpoints.addAll(endpoints(info)));
    }
    assertThat(endpoints).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
  }

  private static List<String> endpoints(RequestMappingInfo info) {
    List<String> methods =
        info.getMethodsCondition().getMethods().isEmpty()
            ? List.of("ANY")
            : info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    List<String> found = new ArrayList<>();
    for (String path : info.getPatternValues()) {
      for (String written : alternatives(path.isEmpty() ? "/" : path)) {
        methods.forEach(method -> found.add(method + " " + written));
      }
    }
    return found;
  }

  /** The paths of a pattern such as {@code /files/{id}/{step:take|refuse}}. */
  private static List<String> alternatives(String pattern) {
    int start = pattern.indexOf(':');
    if (start < 0) {
      return List.of(pattern);
    }
    int open = pattern.lastIndexOf('{', start);
    int close = pattern.indexOf('}', start);
    return Arrays.stream(pattern.substring(start + 1, close).split("\\|", -1))
        .map(each -> pattern.substring(0, open) + each + pattern.substring(close + 1))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void each_role_may_use_exactly_the_endpoints_of_its_column(Role role) throws Exception {
    String name = "only-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String password = world.console().password(accounts, name, role);
    WebSession session = new WebSession(port);
    session.signIn(name, password);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> row : ROWS.entrySet()) {
      boolean allowed =
          row.getValue().equals("everybody")
              || row.getValue().indexOf(COLUMNS.charAt(ROLES.indexOf(role))) >= 0;
      HttpResponse<String> answer = answer(row.getKey(), session, name + ":" + password);
      // A page that is nobody's looks like a page that does not exist.
      boolean hidden = row.getValue().equals("nobody") && answer.statusCode() == 404;
      boolean open = answer.statusCode() != 403 && answer.statusCode() != 401 && !hidden;
      boolean toSignIn = answer.headers().firstValue("Location").orElse("").contains("/login");
      if (open != allowed || toSignIn) {
        wrong.add(row.getKey() + " for " + role + " answers " + answer.statusCode());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(world.stops().all()).isEmpty();
  }

  @Test
  void without_an_account_only_the_open_endpoints_answer() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> row : ROWS.entrySet()) {
      WebSession session = new WebSession(port);
      session.get("/login");
      HttpResponse<String> answer = answer(row.getKey(), session, "");
      boolean refused =
          answer.statusCode() == 401
              || answer.statusCode() == 403
              || answer.headers().firstValue("Location").orElse("").endsWith("/login");
      if (refused == row.getValue().equals("everybody")) {
        wrong.add(row.getKey() + " answers " + answer.statusCode());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private HttpResponse<String> answer(String endpoint, WebSession session, String login)
      throws Exception {
    String method = endpoint.substring(0, endpoint.indexOf(' ')).replace("ANY", "GET");
    String path =
        endpoint
            .substring(endpoint.indexOf(' ') + 1)
            .replace("/**", "")
            .replace("{id}", "4711")
            .replaceAll("\\{[a-zA-Z]+}", "X");
    boolean call = path.startsWith("/api/") || path.equals("/v3/api-docs");
    if (!call && !path.startsWith("/actuator")) {
      String password = login.substring(login.indexOf(':') + 1);
      return method.equals("GET") ? session.get(path) : session.post(path, "password=" + password);
    }
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json");
    if (!login.isEmpty()) {
      String basic = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
      sent.header("Authorization", "Basic " + basic);
    }
    if (method.equals("POST")) {
      sent.POST(HttpRequest.BodyPublishers.ofString("{}"));
    }
    return HttpClient.newHttpClient().send(sent.build(), HttpResponse.BodyHandlers.ofString());
  }
}
