package countersign.delivery;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.Decision;
import countersign.approval.Reviewer;
import countersign.authority.Authority;
import countersign.authority.Schedule;
import countersign.authority.TestAuthority;
import countersign.intake.IntakeWorld;
import countersign.ledger.LedgerFixtures;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import countersign.records.FoundRecord;
import countersign.records.RecordLookup;
import countersign.records.RecordsFixtures;
import countersign.redaction.Redactor;
import countersign.request.AcknowledgementId;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.OutgoingId;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.request.SliceId;
import countersign.testkit.FakeStops;
import countersign.testkit.RequestAssert;
import countersign.testkit.RequestFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a file from its arrival to the partner's outbox, on a real PostgreSQL database. */
public final class DeliveryWorld {
  public final IntakeWorld files = new IntakeWorld();
  public final List<FoundRecord> held = new ArrayList<>();
  public final FakeStops stops = new FakeStops(files.clock());
  public final SecretKey officer = TestKeys.key("Alex Sample");
  public final SecretKey agency = TestKeys.key("DHS-ICE");
  public final Map<String, byte[]> outbox = new HashMap<>();
  public final Approvals approvals;
  public final Delivery delivery;
  private final Authority authority;
  private final Redactor redactor;
  private final RecordLookup records = new RecordLookup(wanted -> List.copyOf(held));

  public DeliveryWorld(Path keys) {
    this(keys, TestAuthority.schedule(null));
  }

  public DeliveryWorld(Path keys, Schedule schedule) {
    this(
        TestAuthority.with(
            schedule,
            Map.of("OFF-0401", TestKeys.pinned(keys, "officer")),
            List.of(TestKeys.pinned(keys, "agency"))),
        keys);
  }

  private DeliveryWorld(Authority template, Path keys) {
    TestKeys.write(keys.resolve("officer.asc"), officer);
    TestKeys.write(keys.resolve("agency.asc"), agency);
    authority = withFingerprints(template, keys);
    redactor = new Redactor(authority);
    DataSource database = files.database();
    approvals =
        ApprovalFixtures.approvalsOn(
            database, files.lifecycle(), files.vault(), authority, files.clock());
    delivery = delivery(database, authority);
  }

  private Authority withFingerprints(Authority template, Path keys) {
    Schedule schedule = template.agreement(TestAuthority.AGREEMENT).orElseThrow().schedule();
    return TestAuthority.with(
        schedule,
        Map.of("OFF-0401", TestKeys.pinned(keys, "officer", officer)),
        List.of(TestKeys.pinned(keys, "agency", agency)));
  }

  /** Delivery on the given database with another authority. */
  public Delivery delivery(DataSource database, Authority under) {
    JdbcTemplate template = new JdbcTemplate(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    JdbcResponses responses = new JdbcResponses(template);
    JdbcOutgoing outgoing = new JdbcOutgoing(template, Duration.ofMinutes(2));
    JdbcAcknowledgements rows = new JdbcAcknowledgements(transactions, template);
    ReleaseBlockers blockers = new ReleaseBlockers(under, stops);
    Sealer sealer = new Sealer(files.gateway());
    Delivery.Steps steps =
        new Delivery.Steps(
            new AcknowledgeStep(
                files.lifecycle(), new Acknowledgements(rows, under), sealer, outgoing),
            new ReleaseStep(
                under,
                ApprovalFixtures.disclosuresOn(database, files.vault()),
                files.accounting(),
                files.vault(),
                responses),
            new SealStep(
                files.lifecycle(),
                LedgerFixtures.readerOn(database),
                files.vault(),
                sealer,
                responses,
                outgoing),
            new DispatchStep(
                files.lifecycle(),
                LifecycleFixtures.stopsLockOn(database),
                outgoing,
                responses,
                files.progress(),
                blockers));
    return new Delivery(
        new Delivery.Parts(
            new JdbcGroups(JdbcClient.create(template), files.groups()),
            responses,
            rows,
            new RecipientKeys(under),
            blockers,
            steps),
        files.lifecycle(),
        LifecycleFixtures.stopsLockOn(database),
        LifecycleFixtures.workOn(database, files.clock()),
        under,
        files.clock());
  }

  /** Takes a file with this number of requests, acknowledges it and looks it up. */
  public FileId takes(int requests) {
    FileId file = files.arrives(1, requests, line -> line);
    acknowledges(file + ".ack.001");
    lookUp();
    return file;
  }

  /** Does the work of the acknowledge and deliver routes for one acknowledgement. */
  public void acknowledges(String id) {
    delivery.acknowledge(AcknowledgementId.parse(id));
    uploads(id);
  }

  /** Adds records that confirm the request and contain another last known address. */
  public void holds(int number) {
    String tin = RequestFile.tin(number);
    held.add(
        RecordsFixtures.row(
            tin,
            "Maria",
            "Garcia Morales",
            RecordsFixtures.austin(number + " North Oak Street", "Apt 3"),
            "2023",
            false));
    held.add(
        RecordsFixtures.row(
            tin,
            "Maria",
            "Garcia Morales",
            RecordsFixtures.austin(number + " Elm Rd", null),
            "2024",
            true));
  }

  /** Does the work of the look-up route for everything in its queue. */
  public void lookUp() {
    for (String slice : work("lookup")) {
      approvals.draft(redactor.redact(records.match(files.intake().load(SliceId.parse(slice)))));
    }
  }

  /** Lets both reviewers approve the current draft. */
  public void twoApprove(RequestKey key) {
    approvals.endorse(key, ADAMS, no(key));
    approvals.countersign(key, BAKER, no(key));
  }

  /** An approval of the current draft, with no as the answer to both questions. */
  public Decision no(RequestKey key) {
    return new Decision(hash(key), "Seen and compared.", false, false);
  }

  public String hash(RequestKey key) {
    return approvals.caseOf(key).orElseThrow().draft().sha256();
  }

  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer) {
    return approvals.endorse(key, reviewer, no(key));
  }

  /** Does the work of the timers and routes until all queues are empty. */
  public void runs() {
    delivery.releaseDue();
    for (int round = 0; round < 4; round++) {
      work("release").forEach(id -> delivery.release(GroupId.parse(id)));
      sealLedger();
      work("seal").forEach(id -> delivery.seal(ResponseId.parse(id)));
      sealLedger();
      work("deliver").forEach(this::uploads);
    }
  }

  public void sealLedger() {
    LedgerFixtures.sealerOn(files.database(), files.clock()).seal();
    LifecycleFixtures.awaitedOn(files.database()).queueCovered();
  }

  /** Does the work of the deliver route for one file. */
  public void uploads(String id) {
    SealedFile sealed = delivery.dispatch(OutgoingId.parse(id));
    outbox.put(sealed.name(), bytes(sealed));
    delivery.deliver(sealed);
  }

  public static byte[] bytes(SealedFile sealed) {
    try (InputStream in = sealed.content()) {
      return in.readAllBytes();
    } catch (IOException cause) {
      throw new UncheckedIOException("The stored bytes cannot be read", cause);
    }
  }

  public List<String> work(String stage) {
    return files.list(
        "select id from work where stage = ? and state = 'WAITING' order by id", stage);
  }

  public String state(RequestKey key) {
    return files.list("select state from request_status where id = ?", key.toString()).get(0);
  }

  /** An assertion about the request's state. */
  public RequestAssert assertThatRequest(RequestKey request) {
    return files.assertThatRequest(request);
  }

  /** The names of the delivered responses, in the order of their release. */
  public List<String> responses() {
    return files.list(
        "select id || '.ndjson.pgp' from response where state = 'DELIVERED' order by released_at, id");
  }

  /** The plaintext of a file in the outbox, decrypted with the key. */
  public String opened(String name, SecretKey with) throws IOException {
    byte[] sealed = outbox.get(name);
    Opener opener =
        new Opener(
            List.of(with),
            new EnvelopeLimits(1L << 30, 200, Duration.ofDays(90), Duration.ofMinutes(10)));
    try (OpenedStream in =
        opener.open(
            new ByteArrayInputStream(sealed),
            sealed.length,
            List.of(files.gateway().certificate()),
            files.clock().instant())) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      in.verify();
      return text;
    }
  }

  public static RequestKey key(FileId file, int number) {
    return new RequestKey(file, "R-%06d".formatted(number));
  }
}
