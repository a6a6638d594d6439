package countersign.partnersetup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What a person says about a new partner, as options or as answers. */
final class PartnerOptions {
  private static final int PARTS = 3;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "id of the partner and of its agreement, such as dhs-hsi")
  private @Nullable String id;

  @Option(names = "--agency", paramLabel = "NAME", description = "as at the beginning of its files")
  private @Nullable String agency;

  @Option(names = "--host", paramLabel = "HOST", description = "its SFTP server")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "22",
      description = "default: ${DEFAULT-VALUE}")
  private int port;

  @Option(names = "--user", paramLabel = "LOGIN", description = "the gateway's login there")
  private @Nullable String user;

  @Option(
      names = "--contact",
      paramLabel = "FUNCTION",
      description = "the function to call there, not a person")
  private @Nullable String contact;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      defaultValue = "/run/secrets/sftp_client_key",
      description = "the gateway's SSH login key; default: ${DEFAULT-VALUE}")
  private String privateKey = "";

  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      defaultValue = "/run/secrets/sftp_known_hosts",
      description = "the file that pins the server's host key; default: ${DEFAULT-VALUE}")
  private String knownHosts = "";

  @Option(
      names = "--official",
      paramLabel = "ID,TITLE,NAME",
      description = "who may send requests there; the key is keys/ID.asc; once for each official")
  private List<String> officials = new ArrayList<>();

  @Option(
      names = "--officer",
      paramLabel = "ID,OFFICE,NAME",
      description = "who may receive answers; the key is keys/ID.asc; once for each officer")
  private List<String> officers = new ArrayList<>();

  /**
   * Asks for each thing that no option names, until it is answered. An empty answer ends a list
   * that is not empty.
   *
   * @param terminal answers a question; null once the terminal is closed
   */
  void ask(Function<String, @Nullable String> terminal) {
    id = asked(id, "Id of the partner and of its agreement, such as dhs-hsi", terminal);
    agency = asked(agency, "Agency, as at the beginning of the names of its files", terminal);
    host = asked(host, "Host of its SFTP server", terminal);
    user = asked(user, "Login of the gateway there", terminal);
    several(officials, "Official who may send requests: ID,TITLE,NAME", terminal);
    several(officers, "Officer who may receive answers: ID,OFFICE,NAME", terminal);
  }

  private static @Nullable String asked(
      @Nullable String known, String question, Function<String, @Nullable String> terminal) {
    String answer = known;
    for (String asking = question;
        answer == null || answer.isEmpty();
        asking = "This is needed. " + question) {
      String said = terminal.apply(asking);
      if (said == null) {
        return null;
      }
      answer = said.strip();
    }
    return answer;
  }

  private static void several(
      List<String> people, String question, Function<String, @Nullable String> terminal) {
    if (!people.isEmpty()) {
      return;
    }
    String asking = question;
    for (String said = terminal.apply(asking); said != null; said = terminal.apply(asking)) {
      String one = said.strip();
      if (one.isEmpty() && !people.isEmpty()) {
        return;
      }
      if (one.split(",", PARTS).length == PARTS) {
        people.add(one);
        asking = question + " (empty: no more)";
      } else {
        asking = "Three parts with commas between them are needed. " + question;
      }
    }
  }

  /** What must be named and is not. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    note(missing, id == null, "the id of the partner");
    note(missing, agency == null, "--agency");
    note(missing, host == null, "--host");
    note(missing, user == null, "--user");
    note(missing, officials.isEmpty(), "--official");
    note(missing, officers.isEmpty(), "--officer");
    return missing;
  }

  private static void note(List<String> missing, boolean absent, String name) {
    if (absent) {
      missing.add(name);
    }
  }

  /** The partner, once nothing is missing. */
  NewPartner partner(CommandLine command) {
    return new NewPartner(
        Objects.requireNonNull(id),
        Objects.requireNonNull(agency),
        new NewPartner.Server(
            Objects.requireNonNull(host),
            port,
            Objects.requireNonNull(user),
            privateKey,
            knownHosts),
        contact,
        officials.stream().map(one -> person(one, command)).toList(),
        officers.stream().map(one -> person(one, command)).toList());
  }

  private static NewPartner.Member person(String text, CommandLine command) {
    String[] parts = text.split(",", PARTS);
    if (parts.length < PARTS) {
      throw new ParameterException(
          command,
          "Write each person as three parts, ID,TITLE,NAME or ID,OFFICE,NAME, not as " + text);
    }
    return new NewPartner.Member(parts[0].strip(), parts[1].strip(), parts[2].strip());
  }
}
