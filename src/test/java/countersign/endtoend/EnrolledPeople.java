package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.MadeAccounts;
import countersign.check.ConfiguredParts;
import countersign.cli.CountersignCommand;
import countersign.configuration.Trust;
import countersign.pgp.Certificate;
import countersign.pgp.DetachedSignatures;
import countersign.request.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** The people of a gateway on production parts, made and enrolled as the runbook says. */
public final class EnrolledPeople {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProductionServers servers;
  private final Path folder;
  private final Path config;
  private final int port;
  private String entries = "";
  private int serial;

  /** Nobody is enrolled yet. */
  public EnrolledPeople(ProductionServers servers) {
    this.servers = servers;
    this.folder = servers.folder();
    this.config = servers.config();
    this.port = servers.ports().console();
  }

  /** Does what the runbook says: first sign-in, print the keys, complete the register, sign it. */
  public void enrols(String... accounts) throws Exception {
    for (String account : accounts) {
      new Desk(port, this::password).get(account, "/work-list");
    }
    completesTheRegister(accounts);
  }

  /** Prints the keys that the register does not list, adds them, and lets two people sign it. */
  private void completesTheRegister(String... accounts) throws Exception {
    StringWriter printed = new StringWriter();
    assertThat(
            CountersignCommand.commandLine()
                .setOut(new PrintWriter(printed, true))
                .execute(
                    "enrolment",
                    "--config",
                    config.toString(),
                    "--root-of-trust",
                    RunningGateway.root(config)))
        .isZero();
    String more = printed.toString().replaceFirst("(?s).*people:\n", "");
    for (String account : accounts) {
      more =
          more.replace(
              "person: %s\n    name: \"\"".formatted(account),
              "person: %1$s\n    name: Production %1$s".formatted(account));
    }
    entries += more;
    register("people:\n" + entries);
  }

  private void register(String people) throws Exception {
    Path register = config.resolve("registers/enrolment.yaml");
    serial++;
    Files.writeString(
        register,
        "id: enrolment\nbecause: A test of the runbook\nserial: %d\nadministrators: [first, second]\n%s"
            .formatted(serial, people));
    sign(register);
  }

  /**
   * Does what the runbook says: two people name the administrators, the owner makes them, and the
   * keys that were made with them are enrolled.
   */
  public void administrators() throws Exception {
    register("people: []\n");
    for (String name : List.of("first", "second")) {
      servers.administrator(name);
    }
    completesTheRegister("first", "second");
  }

  /** One administrator proposes the account, the other one confirms it. */
  public void account(String name, String role) throws Exception {
    Desk desk = new Desk(port, this::password);
    String wanted =
        "{\"kind\":\"CREATE\",\"account\":\"%s\",\"roles\":[\"%s\"],\"reason\":\"A test of the runbook\"}"
            .formatted(name, role);
    HttpResponse<String> proposed = desk.call("first", "/accounts/proposals", wanted);
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
    String confirm =
        "/accounts/proposals/%d/confirm"
            .formatted(JSON.readTree(proposed.body()).get("id").asLong());
    assertThat(desk.call("first", confirm, "").statusCode()).isEqualTo(403);
    HttpResponse<String> confirmed = desk.call("second", confirm, "");
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    Files.writeString(word(name), JSON.readTree(confirmed.body()).get("password").asString());
  }

  /** Makes and enrols these accounts without a started gateway. */
  public void enrolsAll(Map<String, Role> roles) throws Exception {
    Trust trust =
        Trust.of(
            (document, signature, keys) ->
                DetachedSignatures.signer(document, signature, keys, Instant.now()),
            RunningGateway.root(config));
    try (InputStream gateway = Files.newInputStream(folder.resolve("secrets/gateway.pub.asc"));
        MadeAccounts accounts =
            new MadeAccounts(
                ConfiguredParts.configuration(config, trust),
                Certificate.parse(gateway).get(0).fingerprint())) {
      for (Map.Entry<String, Role> one : roles.entrySet()) {
        Files.writeString(
            word(one.getKey()),
            accounts.make(
                one.getKey(),
                one.getValue(),
                new MadeAccounts.Administrator("first", password("first")),
                new MadeAccounts.Administrator("second", password("second"))));
      }
    }
    completesTheRegister(roles.keySet().toArray(new String[0]));
  }

  /** Two signatories sign a document of the configuration. */
  public void sign(Path document) throws IOException {
    WholeGateway.signs(folder, document);
  }

  Path word(String account) {
    return folder.resolve("words").resolve(account);
  }

  /** Password of an account. */
  public String password(String account) {
    try {
      return Files.readString(word(account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
