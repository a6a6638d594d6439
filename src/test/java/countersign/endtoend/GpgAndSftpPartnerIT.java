package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A partner that uses only {@code gpg} and {@code sftp}, with Debian's OpenSSH as its server, sends
 * requests and receives the answers.
 */
class GpgAndSftpPartnerIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void gpg_opens_the_acknowledgement_and_the_response_to_a_request() throws Exception {
    try (OpenSshServer ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
        Gpg gpg = new Gpg(folder.resolve("gpg"))) {
      ssh.start();
      Path login = ssh.loginKey("ed25519");
      Path known = ssh.knownHosts();
      try (WholeGateway gateway =
          WholeGateway.start(
              folder.resolve("demo"), config -> pointAt(config, ssh, login, known))) {
        Path home = folder.resolve("demo");
        String agency = fingerprint(home.resolve("partner/agency.sec.asc"));
        String recipient = fingerprint(home.resolve("gateway.pub.asc"));
        gpg.imports(home.resolve("partner/agency.sec.asc"));
        gpg.imports(home.resolve("gateway.pub.asc"));
        gpg.imports(home.resolve("officers/OFF-0417.sec.asc"));
        List<String[]> people = people(home.resolve("people.csv"));
        String id = "DHS-ICE_T_%s_0001".formatted(today().toString().replace("-", ""));
        Path plain = folder.resolve(id + ".req.ndjson");
        Files.writeString(plain, file(id, people));
        Path sealed = folder.resolve(id + ".req.ndjson.pgp");
        gpg.seals(plain, sealed, agency, recipient);
        Sftp sftp = new Sftp(ssh, login, known, folder);
        sftp.puts(sealed);

        JsonNode ack = JSON.readTree(gpg.opens(sftp.waitsFor(id + ".ack.001.json.pgp")));
        assertThat(ack.path("result").asString()).as(ack.toString()).isEqualTo("ACCEPTED");
        assertThat(ack.path("counts").toString())
            .isEqualTo("{\"requests\":3,\"refused\":1,\"held\":0,\"taken\":2}");
        assertThat(ack.path("refused").toString())
            .isEqualTo("[{\"requestId\":\"R-000002\",\"codes\":[\"R207_ZIP_ONLY\"]}]");

        Desk desk = new Desk(gateway);
        desk.bothSign(id);

        Path first = sftp.waitsFor(id + ".rsp.");
        String response = gpg.opens(first);
        List<String> lines = response.lines().toList();
        List<String> results = new ArrayList<>(lines.subList(1, lines.size() - 1));
        while (results.size() < 2) {
          response = gpg.opens(sftp.waitsForAnother(id + ".rsp."));
          lines = response.lines().toList();
          results.addAll(lines.subList(1, lines.size() - 1));
        }
        assertThat(String.join("\n", results))
            .contains("\"requestId\":\"R-000001\"")
            .contains("\"outcome\":\"DISCLOSED\"")
            .contains("\"requestId\":\"R-000003\"")
            .contains("\"outcome\":\"NOT_DISCLOSED\"")
            .contains(people.get(0)[9].isEmpty() ? people.get(0)[8] : people.get(0)[9]);
        assertThat(response.getBytes(StandardCharsets.UTF_8).length % 4096).isZero();
        assertThat(sftp.lists("archive")).contains(id + ".req.ndjson.pgp");
        new OutsideOfficer(
                gpg,
                sftp,
                folder,
                fingerprint(home.resolve("officers/OFF-0417.sec.asc")),
                recipient)
            .answers(first);
        await("the file to be answered")
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    desk.get("olsen", "/files/" + id).path("state").asString().equals("ANSWERED"));
      }
    }
  }

  private static void pointAt(Path config, OpenSshServer ssh, Path login, Path known)
      throws IOException {
    Path partner = config.resolve("partners/dhs-ice.yaml");
    String text =
        Files.readString(partner)
            .replaceAll("(?m)^port: .*", "port: " + ssh.port())
            .replaceAll("(?m)^user: .*", "user: " + System.getProperty("user.name"))
            .replaceAll("(?m)^privateKeyFile: .*", "privateKeyFile: " + login)
            .replaceAll("(?m)^knownHostsFile: .*", "knownHostsFile: " + known);
    Files.writeString(partner, text);
  }

  private static String fingerprint(Path key) {
    String shown = OpenSshServer.run("gpg", "--with-colons", "--show-keys", key.toString());
    return shown
        .lines()
        .filter(line -> line.startsWith("fpr:"))
        .findFirst()
        .orElseThrow()
        .split(":", -1)[9];
  }

  private static List<String[]> people(Path csv) throws IOException {
    try (Stream<String> lines = Files.lines(csv)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[13].equals("true"))
          .limit(3)
          .toList();
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static String file(String id, List<String[]> people) throws Exception {
    String created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    StringBuilder body = new StringBuilder();
    body.append(
        "{\"type\":\"header\",\"format\":\"countersign/1\",\"fileId\":\"%s\",\"agreement\":\"irs-ice-2025\",\"environment\":\"TEST\",\"agency\":\"DHS-ICE\",\"sequence\":1,\"createdAt\":\"%s\",\"requester\":{\"registerId\":\"HOA-001\",\"name\":\"Jordan Example\",\"title\":\"Director\"},\"attestation\":{\"textId\":\"sole-use-1\",\"signedBy\":\"HOA-001\",\"signedOn\":\"%s\"}}%n"
            .formatted(id, created, today()));
    long total = 0;
    for (int i = 0; i < 3; i++) {
      total += 2026000001L + i;
      body.append(request(i + 1, people.get(i)).toString()).append('\n');
    }
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(body.toString().getBytes(StandardCharsets.UTF_8)));
    body.append(
        "{\"type\":\"trailer\",\"requestCount\":3,\"subjectCount\":3,\"caseHashTotal\":%d,\"bodySha256\":\"%s\"}%n"
            .formatted(total % 1_000_000_000_000L, hash));
    return body.toString();
  }

  /**
   * The first request is valid, the second has a ZIP code instead of an address, the third a TIN
   * that belongs to no one.
   */
  private static ObjectNode request(int number, String[] person) {
    ObjectNode request = JSON.createObjectNode();
    String caseNumber = "HSI-2026-00000" + number;
    request.put("type", "request").put("requestId", "R-00000" + number);
    ObjectNode subject = request.putObject("subject");
    subject.put("givenName", person[2]).put("surname", person[4]).put("birthDate", person[6]);
    subject
        .putObject("tin")
        .put("type", "ITIN")
        .put("value", number == 3 ? "999899999" : person[0]);
    ObjectNode address = request.putObject("address");
    address.put("line1", number == 2 ? person[11] : person[7]);
    if (number != 2 && !person[8].isEmpty()) {
      address.put("line2", person[8]);
    }
    address.put("city", person[9]).put("state", person[10]).put("postalCode", person[11]);
    request.putArray("taxPeriods").add(person[12]);
    request.putArray("elements").add("MAILING_ADDRESS");
    request.put("statute", "8 USC 1253(a)(1)(A)").put("purpose", "INVESTIGATION");
    request.put(
        "reason", "Case " + caseNumber + ": confirmation bears on willful failure to depart.");
    request
        .putObject("case")
        .put("number", caseNumber)
        .put("openedOn", "2026-06-02")
        .put("status", "OPEN")
        .put("office", "HSI Austin")
        .put("activeCriminalInvestigation", true);
    request
        .putObject("removalOrder")
        .put("number", "A20040000" + number)
        .put("issuedBy", "Immigration Court San Antonio")
        .put("administrativeFinalOn", "2026-02-10")
        .put("judicialReview", "NONE")
        .put("stayed", false)
        .put("ground", "8 USC 1227(a)(1)(B)");
    request.put("protectedStatus", "NONE");
    request
        .putArray("officers")
        .addObject()
        .put("officerId", "OFF-0417")
        .put("name", "Alex Sample")
        .put("office", "HSI Austin");
    return request;
  }
}
