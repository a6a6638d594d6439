package countersign.partnersetup;

import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Instance;
import countersign.configuration.Section;
import countersign.crypto.Sha256;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to send to a new partner, what to compare with it, and what people still do here. */
final class PartnerLetter {
  private final Path config;
  private final Path routes;
  private final NewPartner partner;

  PartnerLetter(Path config, Path routes, NewPartner partner) {
    this.config = config;
    this.routes = routes;
    this.partner = partner;
  }

  void print(PrintWriter out) {
    out.printf("%nSend to %s:%n", partner.agency());
    out.println("- docs/exchange.md, docs/rules.md and docs/schema/");
    out.printf(
        "- the folders that its server has for the login %s: inbox, outbox, archive and rejected, on one file system;%n"
            + "  the gateway reads and renames in inbox, and writes and renames in the others%n",
        partner.server().user());
    out.printf(
        "- our SSH login key: ssh-keygen -y -f %s%n",
        config.resolve(partner.server().privateKey()));
    ownKey().forEach(out::println);
    out.printf("%nCompare with %s by telephone:%n", partner.agency());
    hostKeys().forEach(line -> out.println("- " + line));
    out.println("- the fingerprints of its OpenPGP keys, as written in the documents");
    out.printf("%nStill to do here:%n");
    toDo().forEach(line -> out.println("- " + line));
  }

  private List<String> ownKey() {
    Optional<Instance> instance = Instance.in(config);
    if (instance.isEmpty() || !Files.isReadable(instance.get().gatewayKeyFile())) {
      return List.of(
          "- our OpenPGP public key; the secret key that countersign.yaml names cannot be read here, so export it where the gateway runs");
    }
    try {
      SecretKey key = own(instance.get());
      return List.of(
          "- our OpenPGP public key, fingerprint %s:".formatted(key.fingerprint()),
          new String(key.certificate().armoured(), StandardCharsets.US_ASCII).strip());
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      return List.of(
          "- our OpenPGP public key; %s cannot be opened: `bin/countersign check` says why"
              .formatted(instance.get().gatewayKeyFile()));
    }
  }

  private static SecretKey own(Instance instance) throws IOException {
    Instance.Secret passphrase = instance.gatewayKeyPassphrase();
    try (InputStream in = Files.newInputStream(instance.gatewayKeyFile())) {
      return SecretKey.parse(in, passphrase == null ? null : passphrase.read().toCharArray());
    }
  }

  /** The pinned host keys, or how to fetch one. */
  private List<String> hostKeys() {
    NewPartner.Server server = partner.server();
    Path file = config.resolve(server.knownHosts());
    List<String> lines = new ArrayList<>();
    if (Files.isReadable(file)) {
      try {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          fingerprint(line).ifPresent(lines::add);
        }
      } catch (IOException e) {
        lines.clear(); // it is told as a file without the key
      }
    }
    if (lines.isEmpty()) {
      lines.add(
          "the host key of its server. Fetch it: ssh-keyscan -p %d %s >> %s; then show its fingerprint: ssh-keygen -l -F %s -f %s"
              .formatted(server.port(), server.host(), file, server.pinnedName(), file));
    }
    return lines;
  }

  private Optional<String> fingerprint(String line) {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length < 3
        || !Arrays.asList(words[0].split(",", -1)).contains(partner.server().pinnedName())) {
      return Optional.empty();
    }
    try {
      byte[] hash = Sha256.of(Base64.getDecoder().decode(words[2]));
      return Optional.of(
          "the host key of its server: %s SHA256:%s"
              .formatted(words[1], Base64.getEncoder().withoutPadding().encodeToString(hash)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // such a line pins nothing
    }
  }

  private List<String> toDo() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "complete agreements/%s.yaml. The gateway does not start with it before that"
            .formatted(partner.id()));
    List<String> without = withoutKey();
    if (!without.isEmpty()) {
      lines.add(
          "put public keys into keys/ and pin them in the documents: "
              + String.join(", ", without));
    }
    lines.add(
        "have two of these people sign agreements/%s.yaml, registers/officials.yaml and registers/officers.yaml: %s. Until then the gateway ignores them, for every partner"
            .formatted(partner.id(), signatories()));
    if (Configuration.sections(config, DocumentKind.SAFEGUARDS).stream()
        .flatMap(one -> one.sections("agencies").stream())
        .noneMatch(one -> one.text("agency").equals(partner.agency()))) {
      lines.add(
          "safeguards: who accepts the report of %s adds it to registers/safeguards.yaml, and two people sign it. Nothing is disclosed before that"
              .formatted(partner.agency()));
    }
    lines.add(
        "posture: counsel adds %s to the agreements of posture.yaml, and two people sign it. Nothing is disclosed before that"
            .formatted(partner.id()));
    lines.add(
        "bin/countersign check --files --config %s --routes %s lists what is missing"
            .formatted(config, routes));
    return lines;
  }

  private List<String> withoutKey() {
    List<String> names = new ArrayList<>();
    names.add(partner.id());
    partner.officials().forEach(one -> names.add(one.id()));
    partner.officers().forEach(one -> names.add(one.id()));
    names.removeIf(name -> Files.isRegularFile(config.resolve("keys/" + name + ".asc")));
    return names;
  }

  private String signatories() {
    return Configuration.sections(config, DocumentKind.SIGNATORIES).stream()
        .max(Comparator.comparingInt((Section one) -> one.number("serial")))
        .map(
            newest ->
                newest.sections("signatories").stream()
                    .map(one -> "%s (%s)".formatted(one.text("name"), one.text("role")))
                    .collect(Collectors.joining(", ")))
        .orElse("nobody is named yet, see bin/countersign signatories");
  }
}
