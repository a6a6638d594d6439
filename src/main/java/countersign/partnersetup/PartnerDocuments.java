package countersign.partnersetup;

import countersign.pgp.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a new partner's document, of its register entries and of its routes. */
final class PartnerDocuments {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path config;
  private final NewPartner partner;
  private final LocalDate today;

  /**
   * Prepares the texts.
   *
   * @param config directory whose {@code keys/} contains the partner's public keys
   * @param today first day on which its keys are accepted
   */
  PartnerDocuments(Path config, NewPartner partner, LocalDate today) {
    this.config = config;
    this.partner = partner;
    this.today = today;
  }

  /** {@code partners/ID.yaml}. */
  String document() throws IOException {
    NewPartner.Server server = partner.server();
    List<String> lines = new ArrayList<>();
    lines.add("# yaml-language-server: $schema=../schema/partner.json");
    lines.add("id: " + quoted(partner.id()));
    lines.add("agency: " + quoted(partner.agency()));
    String contact = partner.contact();
    if (contact != null) {
      lines.add("contact: " + quoted(contact));
    }
    lines.add("host: " + quoted(server.host()));
    lines.add("port: " + server.port());
    lines.add("user: " + quoted(server.user()));
    lines.add("privateKeyFile: " + quoted(server.privateKey()));
    lines.add("knownHostsFile: " + quoted(server.knownHosts()));
    lines.add(
        "requesters: "
            + partner.officials().stream().map(one -> quoted(one.id())).toList().toString());
    lines.add("agencyKeys: " + keys(partner.id()));
    return String.join("\n", lines) + "\n";
  }

  /** Entries of {@code registers/officials.yaml}. */
  List<String> officials() throws IOException {
    return entries(
        partner.officials(),
        "{ registerId: %s, agency: %s, name: %s, title: %s, delegate: false, keys: %s }");
  }

  /** Entries of {@code registers/officers.yaml}. */
  List<String> officers() throws IOException {
    return entries(
        partner.officers(),
        "{ officerId: %s, agency: %s, name: %s, office: %s, role: INVESTIGATOR, contractor: false, keys: %s }");
  }

  private List<String> entries(List<NewPartner.Member> people, String form) throws IOException {
    List<String> entries = new ArrayList<>();
    for (NewPartner.Member one : people) {
      entries.add(
          form.formatted(
              quoted(one.id()),
              quoted(partner.agency()),
              quoted(one.name()),
              quoted(one.post()),
              keys(one.id())));
    }
    return entries;
  }

  /** The two routes. */
  String routes() {
    return route("inbox") + route("outbox");
  }

  private String route(String kind) {
    return "- templatedRoute: { routeTemplateRef: partner-%1$s, routeId: %1$s-%2$s, parameters: [{ name: partner, value: \"%2$s\" }] }%n"
        .formatted(kind, partner.id());
  }

  /** The pinned key {@code keys/NAME.asc}; an empty list if there is no such file. */
  private String keys(String name) throws IOException {
    String file = "keys/" + name + ".asc";
    Path path = config.resolve(file);
    if (!path.normalize().startsWith(config.resolve("keys").normalize())
        || !Files.isRegularFile(path)) {
      return "[]";
    }
    try (InputStream in = Files.newInputStream(path)) {
      return "[{ fingerprint: %s, file: %s, acceptedFrom: %s }]"
          .formatted(quoted(Certificate.parse(in).get(0).fingerprint()), quoted(file), today);
    } catch (IOException e) {
      throw new IOException(
          "%s is not a public OpenPGP key. Put its owner's exported public key there."
              .formatted(path),
          e);
    }
  }

  /** A text in quotation marks, so that no word of it is YAML. */
  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }
}
