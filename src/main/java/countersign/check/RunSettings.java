package countersign.check;

import countersign.configuration.IdentityProvider;
import countersign.configuration.Instance;
import countersign.configuration.Instance.Login;
import countersign.configuration.Instance.Secret;
import countersign.configuration.OtherSystems;
import countersign.request.Environment;
import countersign.servers.NotAPassword;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts {@code countersign.yaml} to Spring properties and lists everything it needs that is
 * missing on this machine.
 */
public final class RunSettings {
  /** Partners see only those checkpoints whose number of events is a multiple of this. */
  private static final int FILLED_TO = 1024;

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();

  private RunSettings() {}

  /**
   * Reads the secrets that an instance names.
   *
   * @param makesRootKey true to create a missing root keyset
   */
  public static RunSettings of(Instance instance, boolean makesRootKey) {
    RunSettings settings = new RunSettings();
    settings.logins(instance);
    settings.keys(instance, makesRootKey);
    settings.console(instance.console());
    settings.sftp(instance.sftp());
    settings.values.put("countersign.consumers.lookup", instance.lookupThreads());
    settings.values.put("countersign.consumers.deliver", instance.deliverThreads());
    settings.retry(instance.retry());
    settings.values.putAll(review(instance.review()));
    settings.others(instance.others());
    settings.values.put(
        "countersign.ledger.public-multiple",
        instance.environment() == Environment.P ? FILLED_TO : 1);
    return settings;
  }

  private void logins(Instance instance) {
    login("database", instance.database(), "spring.datasource.", "url", "username");
    login("database (accounts)", instance.accounts(), "countersign.accounts.", "url", "user");
    login("records", instance.records(), "countersign.records.", "url", "user");
    login("broker", instance.broker(), "spring.activemq.", "broker-url", "user");
  }

  private void login(String part, Login login, String prefix, String url, String user) {
    values.put(prefix + url, login.url());
    if (login.user() != null) {
      values.put(prefix + user, login.user());
    }
    secret("password of " + part, login.password(), prefix + "password");
  }

  private void others(OtherSystems others) {
    others.files().forEach(this::mustBeThere);
    values.putAll(others.properties());
    OtherSystems.Mail mail = others.mail();
    if (mail != null) {
      secret("password of mail", mail.password(), "countersign.notifications.mail.password");
    }
  }

  private void keys(Instance instance, boolean makesRootKey) {
    if (!makesRootKey) {
      mustBeThere("the root keyset", instance.rootKeysetFile());
    }
    mustBeThere("the gateway's OpenPGP key", instance.gatewayKeyFile());
    values.put("countersign.vault.root-keyset", instance.rootKeysetFile().toString());
    values.put("countersign.vault.create", String.valueOf(makesRootKey));
    values.put("countersign.gateway-key", instance.gatewayKeyFile().toString());
    secret(
        "passphrase of the gateway's key",
        instance.gatewayKeyPassphrase(),
        "countersign.gateway-key-passphrase");
  }

  private void console(Instance.Console console) {
    IdentityProvider oidc = console.oidc();
    if (oidc != null) {
      oidc(oidc);
    }
    values.put("server.address", console.address());
    values.put("server.port", String.valueOf(console.port()));
    Instance.Listener metrics = console.metrics();
    if (metrics != null) {
      values.put("management.server.address", metrics.address());
      values.put("management.server.port", String.valueOf(metrics.port()));
      // Nobody signs in there, and a probe has to learn which part is away. Details stay hidden.
      values.put("management.endpoint.health.show-components", "always");
      // Only the console has a certificate; the port of the metrics is for this host.
      values.put("management.server.ssl.enabled", "false");
    }
    Instance.PasskeyAddress passkeys = console.passkeys();
    if (passkeys != null) {
      values.put("countersign.passkeys.rp-id", passkeys.rpId());
      values.put("countersign.passkeys.origin", passkeys.origin());
    }
    Instance.Tls tls = console.tls();
    if (tls != null) {
      mustBeThere("the console's certificate", tls.certificateFile());
      mustBeThere("the console's private key", tls.privateKeyFile());
      values.put("server.ssl.certificate", tls.certificateFile().toUri().toString());
      values.put("server.ssl.certificate-private-key", tls.privateKeyFile().toUri().toString());
      values.put("server.servlet.session.cookie.secure", "true");
    }
  }

  private void oidc(IdentityProvider oidc) {
    String prefix = "countersign.oidc.";
    values.put(prefix + "issuer", oidc.issuer());
    values.put(prefix + "client-id", oidc.clientId());
    values.put(prefix + "groups-claim", oidc.groupsClaim());
    // The browser returns from the provider, so a strict cookie would lose the session.
    values.put("server.servlet.session.cookie.same-site", "lax");
    secret("secret of the identity provider", oidc.clientSecret(), prefix + "client-secret");
    for (int i = 0; i < oidc.scopes().size(); i++) {
      values.put(prefix + "scopes[" + i + "]", oidc.scopes().get(i));
    }
    for (int i = 0; i < oidc.roles().size(); i++) {
      values.put(prefix + "roles[" + i + "].group", oidc.roles().get(i).group());
      values.put(prefix + "roles[" + i + "].role", oidc.roles().get(i).role());
    }
  }

  private void sftp(Instance.Sftp sftp) {
    values.put("countersign.inbox-poll-millis", sftp.pollDelay().toMillis());
    values.put("countersign.inbox-still-millis", sftp.still().toMillis());
    values.put("countersign.sftp-connect-millis", sftp.connectTimeout().toMillis());
    values.put("countersign.sftp-read-millis", sftp.readTimeout().toMillis());
    values.put("countersign.upload-within", sftp.uploadTimeout().toString());
  }

  private void retry(Instance.Retry retry) {
    values.put("countersign.retry.first-millis", retry.firstDelay().toMillis());
    values.put("countersign.retry.longest-millis", retry.longestDelay().toMillis());
    values.put("countersign.retry.tries", retry.tries());
  }

  /** Spring properties of how reviewers share their work, by name. */
  public static Map<String, Object> review(Instance.Review review) {
    return Map.of(
        "countersign.review.lease", review.lease().toString(),
        "countersign.review.open-claims", review.openClaims(),
        "countersign.review.same-pair-in-a-row", review.samePairInARow(),
        "countersign.review.present-within", review.presentWithin().toString(),
        "countersign.review.control-cases-per-thousand", review.controlCasesPerThousand());
  }

  private void secret(String what, @Nullable Secret secret, String property) {
    if (secret == null) {
      return;
    }
    try {
      values.put(property, secret.read());
    } catch (NotAPassword e) {
      missing.add(
          "NOT_A_PASSWORD  %s · %s. Name the place that holds the password."
              .formatted(what, e.getMessage()));
    } catch (UncheckedIOException | IllegalStateException e) {
      missing.add("MISSING_SECRET  %s · %s. Create it.".formatted(what, e.getMessage()));
    }
  }

  private void mustBeThere(String what, Path file) {
    if (!Files.isReadable(file)) {
      missing.add(
          "MISSING_SECRET  %s · %s does not exist or cannot be read. Create it, or correct its permissions."
              .formatted(what, file));
    }
  }

  /** Spring properties by name. */
  public Map<String, Object> values() {
    return new LinkedHashMap<>(values);
  }

  /** What prevents the start; one sentence each, without any secret. */
  List<String> missing() {
    return List.copyOf(missing);
  }
}
