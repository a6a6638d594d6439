package countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.cli.CommandLines;
import countersign.endtoend.OpenSshServer;
import countersign.endtoend.RunningGateway;
import countersign.pgp.Certificate;
import countersign.pgp.SecretKey;
import countersign.testkit.SealedBytes;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two gateways answer more requests after a backup of the database; then somebody restores the
 * backup, and two signatories confirm it as the runbook says.
 */
final class RestoredDatabase {
  private static final Pattern JOURNAL =
      Pattern.compile("  - lastLine: [0-9a-f]{64}\n    ledgerSize: [0-9]+");

  private final Fleet fleet;
  private final Load load;
  private final Series series;
  private final Rows rows;
  private final Path taken;

  RestoredDatabase(Fleet fleet, Load load, Series series) throws Exception {
    this.fleet = fleet;
    this.load = load;
    this.series = series;
    this.rows = Rows.of(fleet.database());
    this.taken = Files.createDirectories(fleet.folder().resolve("taken"));
  }

  /** The whole story. */
  void isConfirmedByTwo() throws Exception {
    load.sign(false);
    String before = load.send();
    await("drafts in the backup")
        .atMost(Duration.ofMinutes(4))
        .until(() -> rows.count("select count(*) from work where stage = 'endorse'") == 2);
    Path backup = fleet.folder().resolve("backup");
    stopped(data -> OpenSshServer.run("cp", "-a", data.toString(), backup.toString()));
    fleet.everyGatewayIsUp();
    load.sign(true);
    String later = load.send();
    series.answered(List.of(before, later));
    int answers = takesOutbox();

    for (Member member : fleet.members()) {
      member.kill();
    }
    stopped(
        data -> {
          OpenSshServer.run("rm", "-rf", data.toString());
          OpenSshServer.run("cp", "-a", backup.toString(), data.toString());
        });
    for (Member member : fleet.members()) {
      member.launch();
    }
    nothingLeaves();
    confirms();
    sendsAgain(later);
    series.answered(List.of(before, later));
    eachRequestIsAnsweredOnce(answers);
  }

  /** What happens to the files of a database that nobody uses. */
  private interface OfData {
    void happens(Path data);
  }

  private void stopped(OfData change) throws Exception {
    ProcessBuilder again = fleet.database().kill();
    change.happens(fleet.database().data());
    fleet.startDatabase(again);
  }

  private void nothingLeaves() throws Exception {
    for (Member member : fleet.members()) {
      series.looks().awaitWord(member, "DATABASE_OLDER", Fleet.PATIENCE);
      series.looks().allAnswer(member);
    }
    await("both reviewers to sign again")
        .atMost(Duration.ofMinutes(4))
        .until(
            () ->
                rows.count("select count(*) from work where stage in ('endorse', 'countersign')")
                    == 0);
    await("nothing to leave, over several release times")
        .during(Duration.ofSeconds(12))
        .atMost(Duration.ofSeconds(20))
        .until(() -> outbox().isEmpty());
    assertThat(rows.list("select distinct cause from work where cause is not null"))
        .containsOnly("DATABASE_OLDER");
  }

  /** Runs {@code journal} for each gateway, and two signatories sign what it printed. */
  private void confirms() throws Exception {
    List<String> journals = new ArrayList<>();
    String files = "";
    for (Member member : fleet.members()) {
      member.stop();
      CommandLines.Ended printed =
          CommandLines.run(
              "journal",
              "--config",
              member.config(),
              "--root-of-trust",
              RunningGateway.root(member.config()),
              "--state",
              member.disks().seen(member.state()));
      assertThat(printed.exit()).as(printed.err()).isEqualTo(1);
      assertThat(printed.out()).contains("The database is older", "It does not know these");
      JOURNAL.matcher(printed.out()).results().map(MatchResult::group).forEach(journals::add);
      files = printed.out().replaceFirst("(?s).*\nfiles:\n", "");
    }
    assertThat(journals).hasSize(2);
    Path document = fleet.folder().resolve("restored.yaml");
    Files.writeString(
        document,
        "id: restored\nbecause: A test of the runbook\nserial: 1\njournals:\n%s\nfiles:\n%s"
            .formatted(String.join("\n", journals), files));
    fleet.people().sign(document);
    for (Member member : fleet.members()) {
      for (String end : List.of("", ".1.asc", ".2.asc")) {
        String name = "restored.yaml" + end;
        Files.copy(document.resolveSibling(name), member.config().resolve(name));
      }
    }
    fleet.everyGatewayIsUp();
  }

  /** The agency puts the file, which the database does not know, into the inbox again. */
  private void sendsAgain(String file) throws Exception {
    String name = file + ".req.ndjson.pgp";
    Path root = fleet.ssh().root();
    Files.move(root.resolve("archive").resolve(name), root.resolve("inbox").resolve(name));
  }

  /** The agency fetches everything from its outbox; returns the number of responses. */
  private int takesOutbox() throws Exception {
    for (Path file : outbox()) {
      Files.move(file, taken.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    try (Stream<Path> all = Files.list(taken)) {
      return (int) all.filter(file -> file.toString().contains(".rsp.")).count();
    }
  }

  private List<Path> outbox() throws java.io.IOException {
    try (Stream<Path> files = Files.list(fleet.ssh().root().resolve("outbox"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }

  private void eachRequestIsAnsweredOnce(int responsesBefore) throws Exception {
    assertThat(takesOutbox()).as("no further response").isEqualTo(responsesBefore);
    List<String> answered = new ArrayList<>();
    try (Stream<Path> all = Files.list(taken)) {
      for (Path file : all.filter(one -> one.toString().contains(".rsp.")).toList()) {
        answered.addAll(requests(file));
      }
    }
    assertThat(answered).doesNotHaveDuplicates();
    assertThat(rows.count("select count(*) from answered_before")).isPositive();
    assertThat(rows.count("select count(*) from accounting_entry where kind = 'RECONSTRUCTED'"))
        .isPositive();
    assertThat(rows.list("select subject from event where verb = 'reconstruct'"))
        .contains("journal");
  }

  private List<String> requests(Path response) throws Exception {
    String file = response.getFileName().toString().replaceFirst("[.]rsp[.].*", "");
    try (InputStream officer =
            Files.newInputStream(fleet.folder().resolve("officers/OFF-0417.sec.asc"));
        InputStream gateway =
            Files.newInputStream(fleet.folder().resolve("secrets/gateway.pub.asc"))) {
      byte[] plain =
          SealedBytes.open(
              Files.readAllBytes(response),
              SecretKey.parse(officer, null),
              Certificate.parse(gateway).get(0),
              Instant.now());
      return Pattern.compile("\"requestId\":\"([^\"]+)\"")
          .matcher(new String(plain, StandardCharsets.UTF_8))
          .results()
          .map(found -> file + "/" + found.group(1))
          .toList();
    }
  }
}
