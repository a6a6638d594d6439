package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.testkit.OpenIdProvider;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The way of a person from the console to the OpenID provider and back, in a browser. */
public final class ProviderPages {
  private ProviderPages() {}

  /** Signs in at this console and looks at the work-list. */
  public static String workList(String origin, String subject) {
    try (Browser browser = Browser.at(origin)) {
      browser.open("/login");
      assertThat(browser.has("input[type=password]")).isFalse();
      signIn(browser, origin, subject);
      return browser.path() + " " + browser.text();
    }
  }

  /** Follows the link on the sign-in page and signs in at the provider. */
  static void signIn(Browser browser, String origin, String subject) {
    browser.follow("Sign in at your organization");
    browser.driver().findElement(By.id("username")).sendKeys(subject);
    browser.driver().findElement(By.id("password")).sendKeys(OpenIdProvider.PASSWORD);
    browser.driver().findElement(By.cssSelector("button[type=submit]")).click();
    new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
        .until(ExpectedConditions.urlContains(origin));
  }
}
