package countersign.cli;

import countersign.authority.Authority;
import countersign.configuration.Configuration;
import countersign.configuration.Section;
import countersign.disclosure.ExportedApprovals;
import countersign.disclosure.ExportedApprovals.Decision;
import countersign.partnertool.KeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code verify-approval}: checks exported decisions on one request without a gateway, a database
 * or a network.
 */
@Command(
    name = "verify-approval",
    mixinStandardHelpOptions = true,
    description =
        "Checks the approvals in an export of GET /api/v1/requests/FILE/REQUEST/approvals. Exit 0 if two different enrolled people approved the same draft, 1 if not or if the decisions contradict each other, 2 if it could not be checked.")
final class VerifyApprovalCommand implements Callable<Integer> {
  private static final int SIGNATORIES = 2;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the export")
  private Path file = Path.of(".");

  @Option(
      names = "--signatory",
      required = true,
      paramLabel = "PUBLIC",
      description =
          "public OpenPGP key of a person who signs the configuration; name at least two, from a source that you trust")
  private List<Path> signatories = List.of();

  @Override
  public Integer call() throws IOException {
    JsonNode export = read();
    byte[] register = export.path("register").asString("").getBytes(StandardCharsets.UTF_8);
    Set<String> signers = signers(register, export.path("registerSignatures"));
    if (signers.size() < SIGNATORIES) {
      return no(
          "The register in the export does not have valid signatures of two of the named people.");
    }
    Optional<Section> content = Configuration.enrolment(register);
    if (content.isEmpty()) {
      return no("The register in the export does not have the form of an enrolment register.");
    }
    return verify(export.path("decisions"), content.get(), signers);
  }

  private JsonNode read() throws IOException {
    try {
      return JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new IOException(file + " is no export of approvals: it is not JSON.", e);
    }
  }

  /** Fingerprints of the named people whose signatures fit the register. */
  private Set<String> signers(byte[] register, JsonNode signatures) throws IOException {
    Set<String> signers = new TreeSet<>();
    for (JsonNode signature : signatures) {
      byte[] armoured = signature.asString("").getBytes(StandardCharsets.UTF_8);
      for (Path key : signatories) {
        KeyFiles.signatures(Clock.systemUTC())
            .signer(register, armoured, List.of(key))
            .ifPresent(signers::add);
      }
    }
    return signers;
  }

  private int verify(JsonNode decisions, Section content, Set<String> signers) {
    List<Decision> all = new ArrayList<>();
    for (JsonNode one : decisions) {
      all.add(
          new Decision(
              one.path("statement").asString("").getBytes(StandardCharsets.UTF_8),
              bytes(one.path("signature").asString("")),
              one.path("key").asString(""),
              one.path("isVoid").asBoolean(false)));
    }
    ExportedApprovals approvals =
        new ExportedApprovals(all, environment -> Authority.enrolment(content, environment));
    approvals.sentences().forEach(spec.commandLine().getOut()::println);
    spec.commandLine()
        .getOut()
        .println("The register is signed by " + String.join(" and ", signers) + ".");
    List<String> contradictions = approvals.contradictions();
    contradictions.forEach(spec.commandLine().getErr()::println);
    if (!contradictions.isEmpty()) {
      return no("The decisions of this export contradict each other, so it proves nothing.");
    }
    spec.commandLine().getOut().println(approvals.verdict());
    ExportedApprovals.limits().forEach(spec.commandLine().getOut()::println);
    return approvals.areTwo() ? 0 : 1;
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  private int no(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return 1;
  }
}
