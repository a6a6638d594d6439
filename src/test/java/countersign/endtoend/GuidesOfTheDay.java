package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.testkit.PlayedComponent;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The guides for every day, followed literally beside a gateway that a test has started. */
final class GuidesOfTheDay {
  private final Path home;
  private final Path folder;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  /**
   * Prepares to follow the guides.
   *
   * @param home the demo's folder
   * @param folder a folder for copies
   */
  GuidesOfTheDay(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  private String id(int number) {
    return "DHS-ICE_T_%tY%<tm%<td_%04d".formatted(today, number);
  }

  void addARule() throws IOException {
    FollowedGuide guide =
        new FollowedGuide(
            "add-a-rule.md",
            home,
            folder.resolve("rule"),
            Map.of("DHS-ICE_T_20261124_0001", id(1)));
    guide.types();
    Path agreement = guide.file("next/config/agreements/irs-ice-2025.yaml");
    nextSerial(agreement);
    Files.writeString(agreement, Files.readString(agreement) + guide.yaml(0));
    assertThat(guide.types()).contains("SIGNATURE_DOES_NOT_HOLD", "0 problems");
    String both = guide.types(1);
    assertThat(both)
        .contains("3 requests: 0 rejected, 0 held, 3 would be taken.")
        .contains("3 requests: 0 rejected, 3 held", "A118_AGREEMENT_CONDITION_REVIEW");
    guide.signs("first-counsel");
    guide.signs("second-counsel");
    assertThat(guide.types()).doesNotContain("SIGNATURE", "UNSIGNED");
    guide.assertFinished();
  }

  void rotateAKey() throws IOException {
    SecretKey key = KeyMaker.make("HOA-001", Instant.now(), Duration.ofDays(400));
    FollowedGuide guide =
        new FollowedGuide(
            "rotate-a-key.md",
            home,
            folder.resolve("key"),
            Map.of(
                "0123456789ABCDEF0123456789ABCDEF01234567", key.fingerprint(),
                "2026-12-01", today.toString()));
    Path received = Files.createDirectories(guide.file("received"));
    Files.write(received.resolve("HOA-001-new.asc"), key.certificate().armoured());
    assertThat(guide.types().replace(" ", "")).contains(key.fingerprint());
    Path register = guide.file("next/config/registers/officials.yaml");
    nextSerial(register);
    String before = Files.readString(register);
    String pinned = before.replaceFirst("(?m)^( *)keys:\n", "$0" + guide.yaml(0));
    assertThat(pinned).isNotEqualTo(before);
    Files.writeString(
        register,
        pinned.replaceFirst(
            "(file: \"keys/HOA-001.asc\"\n)", "$1    retiredOn: \"" + today.plusDays(7) + "\"\n"));
    assertThat(guide.types()).contains("SIGNATURE_DOES_NOT_HOLD", "0 problems");
    guide.signs("first-counsel");
    guide.signs("second-counsel");
    assertThat(guide.types()).doesNotContain("SIGNATURE", "UNSIGNED");
    guide.assertFinished();
    isAccepted(guide.file("config"), Files.writeString(folder.resolve("new"), key.armoured()));
    isAccepted(guide.file("config"), home.resolve("partner/agency.sec.asc"));
  }

  /** The screening of a sealed file accepts this signer. */
  private void isAccepted(Path config, Path signer) throws IOException {
    RequestFile file = new RequestFile(id(1), 1, Instant.now()).requests(1);
    Path plain = Files.write(folder.resolve(id(1) + ".req.ndjson"), file.bytes());
    Path gateway = home.resolve("gateway.pub.asc");
    ProductionServers.saysYes("seal", plain, "--to", gateway, "--sign-with", signer);
    CommandLines.Ended ended =
        CommandLines.run(
            "screen",
            plain + ".pgp",
            "--config",
            config,
            "--key",
            home.resolve("secrets/gateway.sec.asc"));
    assertThat(ended.out()).as(ended.err()).startsWith("ACCEPTED");
  }

  /**
   * The partner reads the answer to a file whose second request has a placeholder as its address.
   */
  void readARefusal(RequestFile file, byte[] sealedAnswer) throws IOException {
    int number = Integer.parseInt(file.id().substring(file.id().lastIndexOf('_') + 1));
    FollowedGuide guide =
        new FollowedGuide(
            "read-a-refusal.md",
            home,
            folder.resolve("refusal"),
            Map.of(
                "DHS-ICE_T_20261124_0001", file.id(), "DHS-ICE_T_20261124_0002", id(number + 1)));
    Files.write(guide.file(file.id() + ".req.ndjson"), file.bytes());
    Files.write(guide.file(file.id() + ".ack.001.json.pgp"), sealedAnswer);
    Files.copy(home.resolve("partner/agency.sec.asc"), guide.file("agency.sec.asc"));
    Files.copy(home.resolve("gateway.pub.asc"), guide.file("gateway.pub.asc"));
    guide.types();
    assertThat(Files.readString(guide.file("answer.json")))
        .contains("{\"requestId\":\"R-000002\",\"codes\":[\"R204_ADDRESS_PLACEHOLDER\"]}");
    assertThat(guide.types(1)).contains("R-000002  REJECT  R204_ADDRESS_PLACEHOLDER", "What to do");
    String corrected =
        new String(file.bytes(), StandardCharsets.UTF_8)
            .replace(file.id(), id(number + 1))
            .replace("\"sequence\":" + number, "\"sequence\":" + (number + 1))
            .replace("Failed to Provide", "77 Cedar Ave");
    Files.writeString(guide.file(id(number + 1) + ".req.ndjson"), corrected);
    assertThat(guide.types()).contains("0 rejected, 0 held");
    assertThat(guide.types())
        .contains("R204_ADDRESS_PLACEHOLDER", "address.line1")
        .doesNotContain("Failed to Provide");
    guide.assertFinished();
  }

  /** A further jar is listed, signed and checked; a changed one prevents the start. */
  void addAComponent() throws IOException {
    Path place = Files.createDirectories(folder.resolve("component"));
    Path config = place.resolve("config");
    OpenSshServer.run("cp", "-a", home.resolve("config").toString(), place.toString());
    Files.copy(home.resolve("root-of-trust"), place.resolve("root-of-trust"));
    Guide guide =
        new Guide(
            "change-the-record-source.md", "A component of your own", place.resolve("routes"));
    Path jar = Files.createDirectories(config.resolve("extensions")).resolve("played.jar");
    PlayedComponent.jar(jar);
    Path list = config.resolve("extensions.yaml");
    String hash = RequestFile.sha256(Files.readAllBytes(jar));
    Files.writeString(list, guide.yaml(0).replace("0".repeat(64), hash));
    WholeGateway.signs(home, list);
    guide.configures(config, 1, Map.of());
    guide.replacesTheRoute("addresses", "pipeline.camel.yaml", 2);
    guide.types(config);
    Files.writeString(jar, "another");
    CommandLines.Ended changed =
        CommandLines.run(
            "check",
            "--files",
            "--config",
            config,
            "--routes",
            guide.routes(),
            "--root-of-trust",
            RunningGateway.root(config));
    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.out() + changed.err())
        .contains("EXTENSION_JAR  extensions/played.jar · expected SHA-256 " + hash);
  }

  private static void nextSerial(Path document) throws IOException {
    String text = Files.readString(document);
    var serial = java.util.regex.Pattern.compile("(?m)^serial: (\\d+)").matcher(text);
    assertThat(serial.find()).isTrue();
    int next = Integer.parseInt(serial.group(1)) + 1;
    Files.writeString(document, serial.replaceFirst("serial: " + next));
  }
}
