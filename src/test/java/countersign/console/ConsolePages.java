package countersign.console;

import countersign.access.Accounts;
import countersign.request.Role;
import countersign.testkit.FakeStops;
import countersign.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console in a browser, with and without scripts, on cases in a real database. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsolePages {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ConsoleCases cases;
  @Autowired Vault vault;
  @Autowired FakeStops stops;
  private Browser scripted;
  private Browser plain;

  @BeforeAll
  void open() {
    scripted = new Browser(port, true);
    plain = new Browser(port, false);
  }

  @AfterAll
  void close() {
    scripted.close();
    plain.close();
  }

  @BeforeEach
  void begin() {
    if (jdbc.sql("select count(*) from file").query(Long.class).single() == 0) {
      ConsoleWorld.fill(jdbc, vault);
    }
    ConsoleWorld.work(
        jdbc, "deliver", ConsoleWorld.FILE + ".rsp.ABCDEFGH", "PARKED", 20, "SFTP_DOWN");
    ConsoleWorld.undecided(jdbc);
    stops.clear();
    cases.begin();
  }

  Browser browser(boolean scripts) {
    return scripts ? scripted : plain;
  }

  Browser as(boolean scripts, String name, Role... roles) {
    Browser browser = browser(scripts);
    browser.signIn(name, ConsoleWorld.password(accounts, name, roles));
    return browser;
  }
}
