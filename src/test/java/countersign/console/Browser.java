package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Drives Debian's Chromium, with or without scripts, and saves a picture of each page. */
final class Browser implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private final ChromeDriver driver;
  private final String root;
  private final boolean scripts;

  Browser(int port, boolean scripts) {
    this("http://127.0.0.1:" + port, scripts);
  }

  /** A browser with scripts for the console at this origin. */
  static Browser at(String origin) {
    return new Browser(origin, true);
  }

  private Browser(String root, boolean scripts) {
    this.root = root;
    this.scripts = scripts;
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.setAcceptInsecureCerts(root.startsWith("https:"));
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1280,1000",
        "--user-data-dir=" + profile());
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    this.driver = new ChromeDriver(service, options);
  }

  private static Path profile() {
    try {
      Files.createDirectories(PICTURES);
      return Files.createTempDirectory("countersign-chromium");
    } catch (IOException e) {
      throw new UncheckedIOException("There is no room for a browser profile", e);
    }
  }

  void open(String path) {
    driver.get(root + path);
    awaitWholePage();
  }

  /** Signs out with the button that every page has. */
  void leave() {
    leaveBy(driver.findElement(By.xpath("//header//button[normalize-space(.)='Sign out']")));
  }

  void signOut() {
    open("/login");
    driver.manage().deleteAllCookies();
  }

  void signIn(String account, String password) {
    signOut();
    open("/login");
    type("username", account);
    type("password", password);
    press("Sign in");
  }

  void type(String id, String text) {
    WebElement field = driver.findElement(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks the label, because the design system draws a radio button as part of its label. */
  void choose(String id) {
    driver.findElement(By.cssSelector("label[for='" + id + "']")).click();
  }

  void press(String button) {
    leaveBy(driver.findElement(By.xpath("//main//button[normalize-space(.)='" + button + "']")));
  }

  /** Clicks a button that leads nowhere, and waits for a text on the page. */
  void pressAndStay(String button, String said) {
    driver.findElement(By.xpath("//main//button[normalize-space(.)='" + button + "']")).click();
    new WebDriverWait(driver, Duration.ofSeconds(20)).until(page -> text().contains(said));
  }

  /** Waits for a text that a script puts into the page. */
  void await(String said) {
    new WebDriverWait(driver, Duration.ofSeconds(20)).until(page -> text().contains(said));
  }

  void follow(String link) {
    leaveBy(driver.findElement(By.linkText(link)));
  }

  private void leaveBy(WebElement way) {
    WebElement page = driver.findElement(By.tagName("html"));
    way.click();
    new WebDriverWait(driver, Duration.ofSeconds(20)).until(ExpectedConditions.stalenessOf(page));
    awaitWholePage();
  }

  /** A navigation that begins before the last one ends may return with half a page. */
  private void awaitWholePage() {
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(page -> "complete".equals(driver.executeScript("return document.readyState")));
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  String text(String css) {
    return driver.findElement(By.cssSelector(css)).getText();
  }

  ChromeDriver driver() {
    return driver;
  }

  String path() {
    return driver.getCurrentUrl().substring(root.length());
  }

  String title() {
    return driver.getTitle();
  }

  boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  String value(String css) {
    return driver.findElement(By.cssSelector(css)).getAttribute("value");
  }

  /** The id of the first element that the selector finds. */
  String idOf(String css) {
    return driver.findElement(By.cssSelector(css)).getAttribute("id");
  }

  boolean isChosen(String id) {
    return driver.findElement(By.id(id)).isSelected();
  }

  /** Messages of the browser, such as those about blocked scripts and styles. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> !message.contains("the server responded with a status of"))
        .toList();
  }

  /** Takes a picture; with scripts, asserts that axe and the browser report no problem. */
  void look(String name) {
    picture(name + (scripts ? "" : "-no-script"));
    if (scripts) {
      Results results = new AxeBuilder().analyze(driver);
      assertThat(results.getViolations())
          .as(name)
          .extracting(rule -> rule.getId() + ": " + rule.getNodes())
          .isEmpty();
      assertThat(complaints()).as(name).isEmpty();
    }
  }

  void narrow(String name) {
    driver.manage().window().setSize(new Dimension(500, 1000));
    picture(name + "-narrow" + (scripts ? "" : "-no-script"));
    driver.manage().window().setSize(new Dimension(1280, 1000));
  }

  private void picture(String name) {
    long height = Math.max(900, driver.findElement(By.tagName("body")).getSize().getHeight() + 40);
    Dimension before = driver.manage().window().getSize();
    driver.manage().window().setSize(new Dimension(before.getWidth(), (int) height + 120));
    try {
      Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException("The picture cannot be kept", e);
    }
    driver.manage().window().setSize(before);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
