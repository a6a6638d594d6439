package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestPeople;
import countersign.cli.CommandLines;
import countersign.console.ProviderPages;
import countersign.passkey.PublicPasskey;
import countersign.passkey.TestPasskey;
import countersign.testkit.OpenIdProvider;
import countersign.testkit.RequestFile;
import countersign.testkit.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Environment P on production parts: TLS, an OpenID provider, passkeys and a signed posture. The
 * gateway answers a file and takes nothing of it, because its numbers are synthetic. No test holds
 * a number that a person could have.
 */
class StartedInProductionIT {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final int PORT = TestPasskey.freePort();
  @TempDir private static Path folder;
  private static ProductionServers servers;
  private static OpenIdProvider.Running provider;
  private static GoToProduction guide;

  @BeforeAll
  static void the_parts_are_there() throws Exception {
    servers = ProductionServers.start(folder, PORT);
    SelfSigned.in(folder);
    Files.writeString(folder.resolve("client-secret"), OpenIdProvider.CLIENT);
    provider = OpenIdProvider.start(folder, TestPeople.ISSUER, "https://localhost:" + PORT);
    edit("countersign.yaml", StartedInProductionIT::instance);
    edit("agreements/irs-ice-2025.yaml", StartedInProductionIT::agreement);
    edit("posture.yaml", root -> root.put("environment", "P"));
    edit("registers/enrolment.yaml", StartedInProductionIT::enrolment);
    for (String signed :
        List.of("agreements/irs-ice-2025.yaml", "posture.yaml", "registers/enrolment.yaml")) {
      WholeGateway.signs(folder, servers.config().resolve(signed));
    }
    guide = GoToProduction.follow(folder, servers);
  }

  @AfterAll
  static void the_parts_end() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {provider, servers}) {
      if (part != null) {
        part.close();
      }
    }
  }

  private static void edit(String document, Consumer<ObjectNode> change) throws IOException {
    Path file = servers.config().resolve(document);
    ObjectNode root =
        Files.exists(file) ? (ObjectNode) YAML.readTree(file.toFile()) : YAML.createObjectNode();
    change.accept(root);
    Files.writeString(file, YAML.writeValueAsString(root));
  }

  private static void instance(ObjectNode root) {
    root.put("environment", "P");
    ObjectNode console = (ObjectNode) root.get("console");
    console.put("signIn", "OIDC");
    console
        .putObject("tls")
        .put("certificateFile", folder.resolve(SelfSigned.CERTIFICATE).toString())
        .put("privateKeyFile", folder.resolve(SelfSigned.KEY).toString());
    console
        .putObject("passkeys")
        .put("rpId", "localhost")
        .put("origin", "https://localhost:" + PORT);
    ObjectNode oidc = console.putObject("oidc");
    oidc.put("issuer", TestPeople.ISSUER)
        .put("clientId", OpenIdProvider.CLIENT)
        .put("groupsClaim", "groups");
    oidc.putObject("clientSecret").put("file", folder.resolve("client-secret").toString());
    oidc.putArray("roles").addObject().put("group", "tax-reviewers").put("role", "FIRST_REVIEWER");
  }

  private static void agreement(ObjectNode root) {
    ((ArrayNode) root.get("environments")).removeAll().add("P");
    ObjectNode schedule = (ObjectNode) root.get("schedule");
    schedule.remove("releaseEvery");
    schedule.putArray("releaseTimes").add("10:00").add("16:00");
    schedule.put("negatives", "AT_DEADLINE").put("cover", true);
    schedule.put("approvalLapses", "48 hours").put("reviewingFloor", "60 seconds");
  }

  private static void enrolment(ObjectNode root) {
    PublicPasskey passkey = TestPeople.passkey("pat").passkey();
    root.put("id", "enrolment").put("because", "A test of the runbook").put("serial", 1);
    root.putArray("administrators").add("pat");
    root.putArray("subjects")
        .addObject()
        .put("account", "pat")
        .put("issuer", TestPeople.ISSUER)
        .put("subject", "subject-of-pat");
    ObjectNode person = root.putArray("people").addObject();
    person.put("person", "p-pat").put("name", "Production Pat");
    person.putArray("roles").add("FIRST_REVIEWER");
    ObjectNode key = person.putArray("keys").addObject();
    key.put("account", "pat").put("firstDay", "2026-01-01").put("lastDay", "2027-12-31");
    key.putObject("passkey")
        .put("credentialId", passkey.credentialId())
        .put("publicKey", passkey.publicKey())
        .put("rpId", "localhost")
        .put("origin", "https://localhost:" + PORT);
  }

  @Test
  void the_gateway_starts_signs_a_person_in_and_refuses_a_file_of_synthetic_numbers()
      throws Exception {
    CommandLines.Ended check =
        CommandLines.run(
            "check",
            "--config",
            servers.config(),
            "--root-of-trust",
            RunningGateway.root(servers.config()));
    assertThat(check.out()).contains("in P may disclose", "The gateway would start.");
    assertThat(check.exit()).isZero();

    try (RunningGateway gateway = guide.starts()) {
      gateway.awaitUp();
      assertThat(ProviderPages.workList("https://localhost:" + PORT, "subject-of-pat"))
          .startsWith("/work-list")
          .contains("pat", "first reviewer")
          .doesNotContain("SYNTHETIC TEST DATA");
      JsonNode answer = acknowledged();
      assertThat(answer.at("/counts/taken").asInt()).as(answer.toString()).isZero();
      assertThat(answer.toString()).contains("M300_TIN_FORMAT");
      assertThat(gateway.said()).doesNotContain(" ERROR ");
    }
  }

  @Test
  void the_archive_lists_every_component_with_its_checksum() throws Exception {
    guide.hasEveryComponent();
  }

  @Test
  void the_unit_of_the_archive_is_hardened() throws Exception {
    assertThat(guide.unit())
        .contains("User=countersign", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n")
        .contains("ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes")
        .contains("ProtectKernelModules=yes", "RestrictNamespaces=yes", "LockPersonality=yes")
        .contains("SystemCallFilter=@system-service", "RestrictSUIDSGID=yes", "UMask=0077");
  }

  @Test
  void what_check_refuses_run_refuses_in_the_same_words() throws Exception {
    Path wrong = Files.createDirectories(folder.resolve("wrong")).resolve("config");
    OpenSshServer.run("cp", "-r", servers.config().toString(), wrong.toString());
    Path instance = wrong.resolve("countersign.yaml");
    ObjectNode root = (ObjectNode) YAML.readTree(instance.toFile());
    ObjectNode console = (ObjectNode) root.get("console");
    console.put("signIn", "PASSWORD").remove(List.of("oidc", "passkeys", "tls"));
    Files.writeString(instance, YAML.writeValueAsString(root));

    CommandLines.Ended check = CommandLines.run("check", "--config", wrong);
    CommandLines.Ended run = CommandLines.run("run", "--config", wrong);

    assertThat(check.exit()).isEqualTo(1);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(check.out().lines().filter(line -> line.startsWith("NOT_IN_PRODUCTION")))
        .hasSize(3)
        .allMatch(run.err()::contains);
  }

  private static JsonNode acknowledged() throws Exception {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneOffset.UTC));
    RequestFile file = new RequestFile("DHS-ICE_P_" + day + "_0001", 1, Instant.now());
    file.header(header -> header.replace("TEST", "PRODUCTION")).requests(1);
    return new ObjectMapper().readTree(servers.acknowledged(file));
  }
}
