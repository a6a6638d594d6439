package countersign.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import countersign.cli.SftpFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an outside program needs to talk to a running demo: {@code connection.json} and the files it
 * names.
 *
 * @param home the folder it lies in
 * @param sftp the partner's login
 * @param api where the REST API begins
 * @param gatewayKey the gateway's public key file
 * @param agencyKey the agency's secret key file
 * @param accounts who may sign in
 */
public record Connection(
    Path home,
    SftpFolder.Login sftp,
    URI api,
    Path gatewayKey,
    Path agencyKey,
    List<Login> accounts) {

  /** Copies the list in. */
  public Connection {
    accounts = List.copyOf(accounts);
  }

  /**
   * An account.
   *
   * @param user sign-in name
   * @param password its password
   * @param roles what it may do
   */
  public record Login(String user, String password, List<String> roles) {
    /** Copies the roles in. */
    public Login {
      roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /** Reads it. */
  public static Connection read(Path file) throws IOException {
    Path home = file.toAbsolutePath().getParent();
    JsonNode json = new JsonMapper().readTree(file.toFile());
    List<Login> accounts = new ArrayList<>();
    for (JsonNode account : json.path("accounts")) {
      List<String> roles = new ArrayList<>();
      account.path("roles").forEach(role -> roles.add(role.asText()));
      accounts.add(
          new Login(account.path("user").asText(), account.path("password").asText(), roles));
    }
    return new Connection(
        home,
        SftpFolder.Login.in(file),
        URI.create(json.path("api").path("url").asText()),
        home.resolve(json.path("gateway").path("publicKey").asText()),
        home.resolve(json.path("partner").path("secretKey").asText()),
        accounts);
  }

  /** The account of that name. */
  Login account(String user) {
    return accounts.stream()
        .filter(account -> account.user().equals(user))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no account " + user));
  }
}
