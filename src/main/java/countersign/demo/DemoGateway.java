package countersign.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import countersign.Countersign;
import countersign.access.Accounts;
import countersign.accounting.Accounting;
import countersign.accounting.Entry;
import countersign.ledger.JdbcLedgerSource;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.LogKey;
import countersign.ledger.Verdict;
import countersign.request.FileId;
import countersign.request.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The gateway, running in a demo world, with an account for each role. When it stops, for whatever
 * reason, the world around it stops after it: routes first, then their broker, then the database.
 */
public final class DemoGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoGateway.class);
  private static final Map<String, Set<Role>> PEOPLE = new LinkedHashMap<>();

  static {
    PEOPLE.put("adams", Set.of(Role.FIRST_REVIEWER));
    PEOPLE.put("baker", Set.of(Role.COUNTERSIGNER));
    PEOPLE.put("clark", Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER));
    PEOPLE.put("davis", Set.of(Role.SUBMITTER));
    PEOPLE.put("evans", Set.of(Role.OPERATOR));
    PEOPLE.put("foster", Set.of(Role.COUNSEL));
    PEOPLE.put("green", Set.of(Role.PRIVACY_OFFICER));
    PEOPLE.put("hayes", Set.of(Role.RULE_EDITOR));
    PEOPLE.put("irving", Set.of(Role.AUDITOR));
  }

  private final DemoWorld world;
  private final ConfigurableApplicationContext context;

  private DemoGateway(DemoWorld world, ConfigurableApplicationContext context) {
    this.world = world;
    this.context = context;
  }

  /** Starts it and writes {@code connection.json}. The world is closed if this throws. */
  public static DemoGateway start(DemoWorld world) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>(world.properties());
    settings.put("logging.file.name", world.place().home().resolve("countersign.log").toString());
    settings.put("logging.threshold.console", "WARN");
    settings.put(
        "logging.level.org.apache.sshd", "ERROR"); // it warns of every client that hangs up first
    settings.put(
        "countersign.upload-within", "PT20S"); // after a kill in mid-upload nobody waits longer
    settings.put(
        "logging.level.org.springframework.boot.SpringApplication", "OFF"); // told in a sentence
    SpringApplication application = Countersign.application(settings);
    application.addInitializers(context -> liveIn(world, context));
    DemoGateway gateway = new DemoGateway(world, run(application, world));
    try {
      gateway.publish();
      return gateway;
    } catch (IOException | RuntimeException e) {
      gateway.close();
      throw e;
    }
  }

  private static ConfigurableApplicationContext run(
      SpringApplication application, DemoWorld world) {
    try {
      return application.run();
    } catch (RuntimeException e) {
      world.close();
      LOG.info("The gateway did not start", e);
      throw e;
    }
  }

  /** The database has time until the first bean needs it. */
  private static void liveIn(DemoWorld world, ConfigurableApplicationContext context) {
    ((DefaultSingletonBeanRegistry) context.getBeanFactory())
        .registerDisposableBean("demoWorld", world::close); // the first is the last to go
    world.handOver();
    context.addBeanFactoryPostProcessor(
        beans -> {
          try {
            world.await();
          } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
          }
        });
  }

  private void publish() throws IOException {
    Path home = world.place().home();
    LogKey log = context.getBean(LogKey.class);
    Secrets.write(home.resolve("ledger.pub"), log + "\n");
    ObjectNode json = new JsonMapper().createObjectNode();
    ObjectNode sftp = json.putObject("sftp").put("host", "127.0.0.1");
    sftp.put("port", world.place().sftpPort()).put("user", "dhs-ice");
    sftp.put("privateKey", "partner/id_ed25519").put("hostKey", world.hostKey());
    String url = world.url();
    json.putObject("console").put("url", url);
    json.putObject("api").put("url", url + "/api/v1");
    json.putObject("gateway")
        .put("publicKey", "gateway.pub.asc")
        .put("fingerprint", world.keys().gateway().fingerprint());
    json.putObject("partner")
        .put("secretKey", "partner/agency.sec.asc")
        .put("fingerprint", world.keys().agency().fingerprint());
    accounts(json.putArray("accounts"));
    Secrets.write(
        connectionFile(),
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json)
            + "\n");
  }

  /** Passwords are kept in files of their own, and told again at every start. */
  private void accounts(ArrayNode array) throws IOException {
    Accounts accounts = context.getBean(Accounts.class);
    for (Map.Entry<String, Set<Role>> person : PEOPLE.entrySet()) {
      String name = person.getKey();
      Path file = world.place().home().resolve("secrets/accounts/" + name);
      if (accounts.byName(name).isEmpty()) {
        Secrets.write(file, accounts.create(name, person.getValue()));
      } else if (!Files.exists(file)) {
        Secrets.write(file, accounts.resetPassword(name));
      }
      ObjectNode account = array.addObject().put("user", name);
      account.put("password", Files.readString(file));
      ArrayNode roles = account.putArray("roles");
      person.getValue().stream().sorted().forEach(role -> roles.add(role.name()));
    }
  }

  /** Where outside programs look first. */
  public Path connectionFile() {
    return world.place().home().resolve("connection.json");
  }

  /** The world it runs in. */
  public DemoWorld world() {
    return world;
  }

  /** Recomputes the whole ledger and holds it against what was signed. */
  Verdict verifyLedger() throws SQLException {
    try (var connection = context.getBean(DataSource.class).getConnection()) {
      try {
        return context
            .getBean(LedgerVerifier.class)
            .verify(JdbcLedgerSource.on(connection), List.of());
      } finally {
        connection.rollback();
      }
    }
  }

  /** Every accounting entry of a file, opened. */
  List<Entry> accountingOf(FileId file) {
    return context.getBean(Accounting.class).entries(file);
  }

  /** Stops the gateway, then the world around it. */
  @Override
  public void close() {
    context.close();
  }
}
