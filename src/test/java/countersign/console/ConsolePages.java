package countersign.console;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.testkit.ConsoleCases;
import countersign.testkit.World;
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
    properties = {"countersign.slice=console", "countersign.root-of-trust=" + ConsolePages.ROOT},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsolePages {
  /** A fingerprint of no document. */
  static final String ROOT = "5d26a269fe781e61c9c91382685d1336031a41659dc505ae09a5ad0897f1a0b5";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ConsoleCases cases;
  @Autowired World world;
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
    world.console().begin();
  }

  Browser browser(boolean scripts) {
    return scripts ? scripted : plain;
  }

  /** The password of an account that was made before. */
  String password(String name) {
    return world.console().password(accounts, name);
  }

  Browser as(boolean scripts, String name, Role... roles) {
    Browser browser = browser(scripts);
    browser.signIn(name, world.console().password(accounts, name, roles));
    return browser;
  }
}
