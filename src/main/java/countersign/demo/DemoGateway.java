package countersign.demo;

import countersign.Countersign;
import countersign.accounting.Accounting;
import countersign.accounting.AccountingEntry;
import countersign.check.RunSettings;
import countersign.cli.GatewayStart;
import countersign.configuration.Instance;
import countersign.ledger.JdbcLedgerSource;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.VerificationResult;
import countersign.request.FileId;
import countersign.request.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The gateway in a demo world, with an account for each role. When it stops, for whatever reason,
 * the rest stops in order: routes first, then the broker, then the database.
 */
public final class DemoGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoGateway.class);

  private final DemoWorld world;
  private final ConfigurableApplicationContext context;

  private DemoGateway(DemoWorld world, ConfigurableApplicationContext context) {
    this.world = world;
    this.context = context;
  }

  /** Starts the gateway and writes {@code connection.json}. Closes the world if this fails. */
  public static DemoGateway start(DemoWorld world) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>(world.properties());
    settings.put("logging.file.name", world.place().home().resolve("countersign.log").toString());
    settings.put("logging.threshold.console", "WARN");
    // sshd warns about every client that closes the connection first.
    settings.put("logging.level.org.apache.sshd", "ERROR");
    settings.put("logging.level." + TypedEntries.class.getName(), "ERROR");
    // Keeps the wait short after a kill in the middle of an upload.
    settings.put("countersign.upload-within", "PT20S");
    settings.putAll(review(world.configuration()));
    settings.putAll(GatewayStart.quietly());
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

  /** How reviewers share their work, as the configuration of the demo says it now. */
  static Map<String, Object> review(Path configuration) {
    return Instance.in(configuration)
        .map(instance -> RunSettings.review(instance.review()))
        .orElse(Map.of());
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

  /** Lets the database start in parallel; the first bean that needs it waits for it. */
  private static void liveIn(DemoWorld world, ConfigurableApplicationContext context) {
    ((DefaultSingletonBeanRegistry) context.getBeanFactory())
        // Registered first, so destroyed last.
        .registerDisposableBean("demoWorld", world::close);
    world.handOver();
    context.addBeanFactoryPostProcessor(
        beans -> {
          try {
            DemoPeople.settle(world, DemoPeople.ALL, Clock.systemUTC());
          } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
          }
        });
  }

  private void publish() throws IOException {
    ObjectNode json = new JsonMapper().createObjectNode();
    ObjectNode sftp = json.putObject("sftp").put("host", "127.0.0.1");
    sftp.put("port", world.place().sftpPort()).put("user", DemoWorld.PARTNER);
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
    DemoSecrets.write(
        connectionFile(),
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json)
            + "\n");
  }

  /**
   * The passwords are kept in separate files; every start writes them to {@code connection.json}
   * again.
   */
  private void accounts(ArrayNode array) throws IOException {
    for (Map.Entry<String, Set<Role>> person : DemoPeople.ALL.entrySet()) {
      String name = person.getKey();
      ObjectNode account = array.addObject().put("user", name);
      account.put("password", Files.readString(DemoPeople.passwordFile(world, name)));
      ArrayNode roles = account.putArray("roles");
      person.getValue().stream().sorted().forEach(role -> roles.add(role.name()));
    }
  }

  /** Path of {@code connection.json}, which outside programs read first. */
  public Path connectionFile() {
    return world.place().home().resolve("connection.json");
  }

  /** The world in which the gateway runs. */
  public DemoWorld world() {
    return world;
  }

  /** Recomputes the whole ledger and compares it with the signed checkpoints. */
  VerificationResult verifyLedger() throws SQLException {
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

  /** Every accounting entry of a file, decrypted. */
  List<AccountingEntry> accountingOf(FileId file) {
    return context.getBean(Accounting.class).entries(file);
  }

  /** Stops the gateway, then the world. */
  @Override
  public void close() {
    context.close();
  }
}
