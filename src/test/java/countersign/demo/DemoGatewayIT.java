package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files under {@code var/demo/} that outside programs may rely on, also after a second start.
 */
class DemoGatewayIT {
  @TempDir Path folder;

  /** A gateway that an earlier class started in this JVM may still hold the log. */
  @BeforeEach
  void nobody_else_holds_the_log() {
    LoggingSystem.get(DemoGatewayIT.class.getClassLoader()).cleanUp();
  }

  private Path home() {
    return folder.resolve("demo");
  }

  private DemoGateway start() throws Exception {
    DemoWorld.Place place = new DemoWorld.Place(home(), Path.of("."), 0, 0, 0).onFreePorts();
    return DemoGateway.start(DemoWorld.begin(place, Clock.systemUTC(), line -> {}));
  }

  @Test
  void a_new_world_has_everything_that_an_outside_program_needs_and_a_later_start_keeps_it()
      throws Exception {
    JsonNode first;
    try (DemoGateway gateway = start()) {
      first = new JsonMapper().readTree(gateway.connectionFile().toFile());
      theNamesAreThoseAgreed(first);
      everyRoleHasAnAccountThatSignsIn(first);
      theFilesThatItNamesAreThere(first);
      assertThat(home().resolve("countersign.log"))
          .content()
          .doesNotContain("MISSING_SECRET", "BROKER_DOWN");
    }
    assertThat(home().resolve("postgres/data/postmaster.pid")).doesNotExist();
    try (DemoGateway gateway = start()) {
      JsonNode second = new JsonMapper().readTree(gateway.connectionFile().toFile());
      for (String kept : List.of("gateway", "partner", "accounts")) {
        assertThat(second.get(kept)).as(kept).isEqualTo(first.get(kept));
      }
      assertThat(second.at("/sftp/hostKey")).isEqualTo(first.at("/sftp/hostKey"));
      everyRoleHasAnAccountThatSignsIn(second);
    }
  }

  private static void theNamesAreThoseAgreed(JsonNode json) {
    assertThat(names(json))
        .containsExactly("accounts", "api", "console", "gateway", "partner", "sftp");
    assertThat(names(json.get("sftp")))
        .containsExactly("host", "hostKey", "port", "privateKey", "user");
    assertThat(json.at("/sftp/user").asString()).isEqualTo("dhs-ice");
    assertThat(json.at("/sftp/hostKey").asString()).matches("ssh-ed25519 [A-Za-z0-9+/=]+");
    assertThat(json.at("/api/url").asString())
        .isEqualTo(json.at("/console/url").asString() + "/api/v1");
    assertThat(json.at("/gateway/fingerprint").asString()).matches("[0-9A-F]{40}");
    assertThat(json.at("/partner/fingerprint").asString()).matches("[0-9A-F]{40}");
  }

  private static Set<String> names(JsonNode json) {
    Set<String> names = new TreeSet<>();
    json.propertyNames().forEach(names::add);
    return names;
  }

  private void everyRoleHasAnAccountThatSignsIn(JsonNode json) throws Exception {
    TreeSet<String> roles = new TreeSet<>();
    Reviewers people = new Reviewers(DemoConnection.read(home().resolve("connection.json")));
    for (JsonNode account : json.get("accounts")) {
      assertThat(names(account)).containsExactly("password", "roles", "user");
      assertThat(statusFor(json, account)).as("%s signs in", account.get("user")).isEqualTo(200);
      account.get("roles").forEach(role -> roles.add(role.asString()));
    }
    assertThat(people.waiting("adams")).isZero();
    assertThat(people.waiting("baker")).isZero();
    assertThat(roles)
        .containsExactlyElementsOf(
            new TreeSet<>(Stream.of(Role.values()).map(Role::name).toList()));
  }

  /** What the gateway answers to somebody who asks for the list of files. */
  private static int statusFor(JsonNode json, JsonNode account) throws Exception {
    String pair = account.get("user").asString() + ":" + account.get("password").asString();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(json.at("/api/url").asString() + "/files"))
                .header("Authorization", "Basic " + basic)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void theFilesThatItNamesAreThere(JsonNode json) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String pointer : List.of("/sftp/privateKey", "/gateway/publicKey", "/partner/secretKey")) {
      assertThat(json.at(pointer).asString()).doesNotStartWith("/");
      files.add(home().resolve(json.at(pointer).asString()));
    }
    for (int officer = 401; officer <= 440; officer++) {
      files.add(home().resolve("officers/OFF-%04d.sec.asc".formatted(officer)));
    }
    for (Path file : files) {
      assertThat(file).isRegularFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
    assertThat(Files.readAllLines(home().resolve("people.csv")))
        .hasSizeGreaterThan(DemoWorld.PEOPLE);
  }
}
