package countersign.check;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Instance;
import countersign.configuration.Problem;
import countersign.configuration.Section;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code check --connect}: tries each part that the gateway connects to, and says what it found,
 * one line each. Every try ends after a time limit. Stateless.
 */
public final class Connections {
  private static final String CONNECTED = "CONNECTED";

  private Connections() {}

  /**
   * Tries every part.
   *
   * @param directory directory of the configuration; its parts are tried whatever is wrong in other
   *     documents
   * @param problems what the documents say; some problems keep every part from being tried
   */
  public static List<CheckFinding> of(Path directory, List<Problem> problems) {
    if (problems.stream().anyMatch(one -> one.code().keepsFromConnecting())) {
      return List.of(
          CheckFinding.ofMachine(
              "NOT_TRIED  every server · a problem above would send a secret to the wrong place. Correct it first.",
              true));
    }
    List<CheckFinding> found = new ArrayList<>();
    Optional<Instance> instance = Instance.in(directory);
    if (instance.isEmpty()) {
      found.add(
          CheckFinding.ofMachine(
              "NOT_TRIED  countersign.yaml · database, records and broker are not known. Correct the problems of countersign.yaml.",
              true));
    } else {
      found.add(database("database", instance.get().database()));
      found.add(database("records", instance.get().records()));
      found.add(broker(instance.get().broker().url()));
    }
    Configuration.sections(directory, DocumentKind.PARTNER).forEach(one -> found.add(partner(one)));
    return found;
  }

  private static CheckFinding database(String part, Instance.Login login) {
    try (Connection connection = ConfiguredParts.connect(part, login)) {
      return connected(
          part,
          "%s lets %s in; it is %s %s"
              .formatted(
                  login.url(),
                  connection.getMetaData().getUserName(),
                  connection.getMetaData().getDatabaseProductName(),
                  connection.getMetaData().getDatabaseProductVersion()));
    } catch (ConfiguredParts.NotReached e) {
      return CheckFinding.ofMachine(String.valueOf(e.getMessage()), true);
    } catch (SQLException e) {
      return CheckFinding.ofMachine(
          "NOT_REACHED  %s · %s closed the connection. Try again.".formatted(part, login.url()),
          true);
    }
  }

  private static CheckFinding broker(String url) {
    return Preflight.answers(url)
        ? connected("broker", "%s answers; the login is tried at the start".formatted(url))
        : CheckFinding.ofMachine(
            "NOT_REACHED  broker · %s does not answer. Start it, or correct the address."
                .formatted(url),
            true);
  }

  private static CheckFinding partner(Section document) {
    String part = "partner " + document.text("id");
    PartnerServer server = PartnerServer.of(document);
    try {
      return connected(part, server.probe());
    } catch (JSchHostKeyException e) {
      return failed(
          "SFTP_HOST_KEY",
          part,
          "%s shows a host key that %s does not have"
              .formatted(server.shown(), server.knownHosts()),
          "Compare the fingerprint with the partner by telephone, then correct the file");
    } catch (JSchException e) {
      return refused(part, server, e);
    } catch (NoSuchFileException e) {
      return failed("MISSING_SECRET", part, String.valueOf(e.getMessage()), "Create it");
    } catch (IOException e) {
      return failed("SFTP_REFUSED", part, String.valueOf(e.getMessage()), "Ask the partner");
    }
  }

  private static CheckFinding refused(String part, PartnerServer server, JSchException fault) {
    String why = String.valueOf(fault.getMessage());
    if (why.startsWith("Auth fail") || why.contains("Auth cancel")) {
      return failed(
          "SFTP_LOGIN_REFUSED",
          part,
          "%s does not let %s in".formatted(server.shown(), server.user()),
          "Give the partner the public part of the login key");
    }
    if (why.contains("invalid privatekey") || why.contains("passphrase")) {
      return failed(
          "SFTP_KEY",
          part,
          "the login key is not an SSH private key, or its passphrase is another one",
          "Correct privateKeyFile or privateKeyPassphrase");
    }
    return failed(
        "SFTP_DOWN",
        part,
        "%s does not answer (%s)".formatted(server.shown(), why),
        "Ask the partner, or correct host and port");
  }

  private static CheckFinding connected(String part, String what) {
    return CheckFinding.ofMachine(
        "%s  %s · %s. Nothing to do.".formatted(CONNECTED, part, what), false);
  }

  private static CheckFinding failed(String code, String part, String what, String now) {
    return CheckFinding.ofMachine("%s  %s · %s. %s.".formatted(code, part, what, now), true);
  }
}
