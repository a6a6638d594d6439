package countersign.intake;

import countersign.TestDatabase;
import countersign.accounting.Accounting;
import countersign.accounting.AccountingFixtures;
import countersign.authority.Limits;
import countersign.delivery.DeliveryFixtures;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.KeyMaker;
import countersign.pgp.Opener;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.vault.Vault;
import countersign.vault.VaultFixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Intake on a real PostgreSQL with one partner, and the route's order of steps. */
public final class IntakeFixtures {
  static final String PARTNER = "dhs-ice";
  static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  /** No file reaches them: what is tested is something else. */
  static final Limits LIFTED = numbers(Integer.MAX_VALUE);

  private IntakeFixtures() {}

  private static Limits numbers(int any) {
    return new Limits(1L << 32, 200, any, any, 6, 2000, any, any, any, any, 30, 20);
  }

  /** By these numbers, with every rule in force. */
  static Comparison comparison(Limits limits) {
    return new Comparison(limits, 365, 3, EnumSet.allOf(ReasonCode.class));
  }

  /** A clock that tests set. */
  static final class SetClock extends Clock {
    private Instant now = NOW;

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A slice as {@code load} gives it. */
  public static ScreenedSlice slice(
      countersign.request.SliceId id, String agreement, List<ScreenedRequest> requests) {
    return new LoadedSlice(id, agreement, requests);
  }

  /** The world of one gateway. */
  static final class World {
    final DataSource database = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(database);
    final SetClock clock = new SetClock();
    final Vault vault = VaultFixtures.vaultOn(database);
    final Lifecycle lifecycle = LifecycleFixtures.lifecycleOn(database, clock);
    final Accounting accounting = AccountingFixtures.accountingOn(database, vault);
    final SecretKey gateway = key("Countersign gateway");
    final SecretKey head = key("Jordan Example");
    final SecretKey other = key("Somebody else of the partner");
    final SecretKey stranger = key("A stranger");
    final List<ReasonCode> blocks = new ArrayList<>();
    Duration answerWithin = Duration.ofDays(30);
    final Judgement judgement = new Simple();
    final Decisions decisions;
    final Intake intake;
    final FileProgress progress;
    final JdbcRequestGroups groups = new JdbcRequestGroups(jdbc);
    Function<Request, List<ReasonCode>> screen = Simple::screen;
    Comparison comparison = comparison(LIFTED);
    String agency = "DHS-ICE";

    World() {
      this(1L << 32);
    }

    World(long maxPlaintextBytes) {
      Stores stores =
          new Stores(
              new JdbcArrivals(jdbc),
              new JdbcFiles(jdbc),
              new JdbcRequests(jdbc, LifecycleFixtures.bulkRowsOn(database)),
              new JdbcWhole(jdbc),
              groups,
              DeliveryFixtures.acknowledgementsOn(database),
              accounting,
              vault);
      ExecutorService workers =
          Executors.newFixedThreadPool(
              2,
              task -> {
                Thread thread = new Thread(task, "screen");
                thread.setDaemon(true);
                return thread;
              });
      Leases leases = LifecycleFixtures.leasesOn(database);
      leases.take("inbox-" + PARTNER, Duration.ofHours(1));
      Opener opener =
          new Opener(
              List.of(gateway),
              new EnvelopeLimits(
                  maxPlaintextBytes, 200, Duration.ofDays(30), Duration.ofMinutes(10)));
      Verdicts verdicts = new Verdicts(stores, workers);
      decisions = new Decisions(lifecycle, stores, judgement, verdicts);
      progress = new FileProgress(stores, judgement);
      intake =
          new Intake(
              lifecycle,
              stores,
              new Arrival(lifecycle, leases, stores, judgement, 1L << 32),
              new FileReader(stores, judgement, opener, workers, verdicts),
              decisions,
              progress);
    }

    private static SecretKey key(String owner) {
      return KeyMaker.make(owner, NOW.minus(Duration.ofDays(60)), null);
    }

    byte[] sealed(byte[] plaintext, SecretKey signer) {
      ByteArrayOutputStream sealed = new ByteArrayOutputStream();
      try (OutputStream out =
          new Sealer(signer).seal(sealed, List.of(gateway.certificate()), clock.instant())) {
        out.write(plaintext);
      } catch (IOException cause) {
        throw new UncheckedIOException("Sealing in memory failed", cause);
      }
      return sealed.toByteArray();
    }

    /** What the arrival route does with a file. */
    FileId arrives(RequestFile file) {
      return arrives(file.name(), sealed(file.bytes(), head));
    }

    FileId arrives(String name, byte[] sealed) {
      ReceivedFile received = receive(name, sealed);
      if (received.kind() == Kind.REQUEST) {
        judge(received);
      }
      return received.id();
    }

    ReceivedFile receive(String name, byte[] sealed) {
      return intake.receive(new ByteArrayInputStream(sealed), name, sealed.length, PARTNER);
    }

    void judge(ReceivedFile received) {
      try {
        intake.read(intake.open(received));
      } catch (Refused why) {
        intake.refuse(received.id(), why);
      }
    }

    /** What delivery does once an acknowledgement lies in the outbox. */
    void acknowledged(FileId file) {
      lifecycle.run(
          countersign.request.Actor.GATEWAY,
          change -> {
            jdbc.sql(
                    "update acknowledgement set state = 'DELIVERED', delivered_at = now() where file_id = ?")
                .param(file.value())
                .update();
            jdbc.sql("delete from work where stage in ('acknowledge', 'deliver')").update();
            progress.acknowledged(change, file);
          });
    }

    String state(FileId file) {
      return jdbc.sql("select state from file where id = ?")
          .param(file.value())
          .query(String.class)
          .single();
    }

    List<String> codes(FileId file) {
      return jdbc.sql("select unnest(file_codes) from file where id = ?")
          .param(file.value())
          .query(String.class)
          .list();
    }

    List<String> details(FileId file) {
      return jdbc.sql(
              "select (d ->> 'detail') || coalesce(' ' || (d ->> 'line'), '') from file, jsonb_array_elements(file_details) d where id = ?")
          .param(file.value())
          .query(String.class)
          .list();
    }

    Map<String, Object> row(String sql, Object... params) {
      return jdbc.sql(sql).params(params).query().singleRow();
    }

    List<String> list(String sql, Object... params) {
      return jdbc.sql(sql).params(params).query(String.class).list();
    }

    long count(String sql, Object... params) {
      return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    /** Rules that are easy to break on purpose; the real ones are tested in their own package. */
    private final class Simple implements Judgement {
      @Override
      public Sender sender(String partner, Instant at) {
        return new Sender(agency, Environment.T, List.of(head.certificate(), other.certificate()));
      }

      @Override
      public Finding header(FileRow file, RequestHeader header) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        if (!file.id().value().equals(header.fileId())) {
          codes.add(ReasonCode.F103_FILENAME);
        }
        if (!"TEST".equals(header.environment())) {
          codes.add(ReasonCode.F110_TEST_IN_PROD);
        }
        boolean known =
            header.requester() != null && "HOA-001".equals(header.requester().registerId());
        return new Finding(
            List.copyOf(codes),
            known ? Set.of(head.fingerprint()) : Set.of(),
            screen,
            request ->
                "TPS".equals(request.protectedStatus())
                    ? List.of(ReasonCode.A118_AGREEMENT_CONDITION_REVIEW + " no-tps")
                    : List.of(),
            comparison,
            ruleSet(),
            List.of("R22"));
      }

      private static List<ReasonCode> screen(Request request) {
        List<ReasonCode> codes = new ArrayList<>();
        if (request.subject() == null || request.subject().surname() == null) {
          codes.add(ReasonCode.R201_NAME_MISSING);
        }
        if (request.reason() == null) {
          codes.add(ReasonCode.R211_REASON_MISSING);
        }
        if (request.address() != null && "County Jail".equals(request.address().line2())) {
          codes.add(ReasonCode.R215_IN_CUSTODY_REVIEW);
        }
        if ("TPS".equals(request.protectedStatus())) {
          codes.add(ReasonCode.A118_AGREEMENT_CONDITION_REVIEW);
        }
        return codes;
      }

      @Override
      public List<ReasonCode> blocks(String agreement, String agency) {
        return List.copyOf(blocks);
      }

      @Override
      public Duration answerWithin(String agreement) {
        return answerWithin;
      }

      @Override
      public Duration decideHeldWithin(String agreement) {
        return Duration.ofDays(14);
      }

      @Override
      public String ruleSet() {
        return "1-0123456789abcdef";
      }
    }
  }
}
