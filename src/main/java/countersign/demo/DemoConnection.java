package countersign.demo;

import countersign.partnertool.SftpFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an outside program needs to connect to a running demo: {@code connection.json} and the files
 * it names.
 *
 * @param home folder that contains the file
 * @param sftp the partner's login
 * @param api base address of the REST API
 * @param gatewayKey file with the gateway's public key
 * @param agencyKey file with the agency's secret key
 * @param accounts accounts that may sign in
 */
public record DemoConnection(
    Path home,
    SftpFolder.Login sftp,
    URI api,
    Path gatewayKey,
    Path agencyKey,
    List<Login> accounts) {

  /** Makes an immutable copy of the list. */
  public DemoConnection {
    accounts = List.copyOf(accounts);
  }

  /**
   * An account.
   *
   * @param user user name
   * @param password its password
   * @param roles its roles
   */
  public record Login(String user, String password, List<String> roles) {
    /** Makes an immutable copy of the roles. */
    public Login {
      roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /** Reads a {@code connection.json}. */
  public static DemoConnection read(Path file) throws IOException {
    Path home = file.toAbsolutePath().getParent();
    JsonNode json = new JsonMapper().readTree(Files.readAllBytes(file));
    List<Login> accounts = new ArrayList<>();
    for (JsonNode account : json.path("accounts")) {
      List<String> roles = new ArrayList<>();
      account.path("roles").forEach(role -> roles.add(role.asString()));
      accounts.add(
          new Login(account.path("user").asString(), account.path("password").asString(), roles));
    }
    return new DemoConnection(
        home,
        SftpFolder.Login.in(file),
        URI.create(json.path("api").path("url").asString()),
        home.resolve(json.path("gateway").path("publicKey").asString()),
        home.resolve(json.path("partner").path("secretKey").asString()),
        accounts);
  }

  /** The account with this user name. */
  Login account(String user) {
    return accounts.stream()
        .filter(account -> account.user().equals(user))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No account has the name " + user));
  }
}
