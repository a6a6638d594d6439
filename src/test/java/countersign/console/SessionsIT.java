package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.AccountChanges;
import countersign.accounts.Accounts;
import countersign.approval.ApprovalFixtures;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.statement.ActionSigning;
import countersign.testkit.World;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sessions end with the account that began them, and only then. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SessionsIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private AccountChanges changes;
  @Autowired private ActionSigning signing;
  @Autowired private World world;

  @BeforeEach
  void begin() {
    world.console().begin();
    world.console().password(accounts, "amelia", Role.ADMINISTRATOR);
    world.console().password(accounts, "arthur", Role.ADMINISTRATOR);
  }

  @ParameterizedTest
  @EnumSource(
      value = AccountChanges.Kind.class,
      names = {"ROLES", "RESET", "DISABLE"})
  void every_open_session_ends_at_once_when_its_account_changes(AccountChanges.Kind kind)
      throws Exception {
    String name = "changed-" + kind.name().toLowerCase(Locale.ROOT);
    String password = world.console().password(accounts, name, Role.COUNSEL);
    WebSession one = signedIn(name, password);
    WebSession other = signedIn(name, password);
    WebSession bystander =
        signedIn("carla", world.console().password(accounts, "carla", Role.COUNSEL));

    Set<Role> roles = kind == AccountChanges.Kind.ROLES ? Set.of(Role.SUBMITTER) : Set.of();
    long proposal = changes.propose(kind, name, roles, "it is time", by("amelia")).id();
    changes.confirm(proposal, by("arthur"));

    WebSession.assertSentTo("/login?ended", one.get("/stops"));
    WebSession.assertSentTo("/login?ended", other.post("/stops", "scope=ALL&reason=late"));
    WebSession.assertSentTo("/login", one.get("/stops"));
    assertThat(one.get("/login?ended").body()).contains("Your session has ended");
    assertThat(bystander.get("/stops").statusCode()).isEqualTo(200);
    assertThat(world.stops().all()).isEmpty();
  }

  @Test
  void a_stranger_cannot_keep_counsel_from_setting_a_stop() throws Exception {
    String password = world.console().password(accounts, "cora", Role.COUNSEL);
    WebSession counsel = signedIn("cora", password);
    for (int i = 0; i < 5; i++) {
      WebSession.assertSentTo("/login?failed", new WebSession(port).signIn("cora", "wrong"));
    }
    WebSession.assertSentTo("/login?failed", new WebSession(port).signIn("cora", password));

    counsel.get("/stops");
    HttpResponse<String> set = counsel.post("/stops", "scope=ALL&reason=a+court+ordered+it");

    WebSession.assertSentTo("/stops", set);
    assertThat(world.stops().all()).hasSize(1);
  }

  private Actor by(String administrator) {
    return signing
        .actor(ApprovalFixtures.reviewer(administrator, Role.ADMINISTRATOR), "it is time")
        .orElseThrow();
  }

  private WebSession signedIn(String name, String password) throws Exception {
    WebSession session = new WebSession(port);
    WebSession.assertSentTo("/", session.signIn(name, password));
    assertThat(session.get("/stops").statusCode()).isEqualTo(200);
    return session;
  }
}
