package countersign.administration;

import countersign.accounts.MadePasskey;
import countersign.accounts.MadePasskeys;
import countersign.authority.Authority;
import countersign.console.ApiException;
import countersign.console.ConsoleRefusal;
import countersign.console.Page;
import countersign.console.Timestamps;
import countersign.crypto.Sha256;
import countersign.passkey.PasskeyCreation;
import countersign.passkey.PublicPasskey;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which a person makes a passkey and gets its entry for the enrolment register. */
@Page
@RequestMapping("/passkey")
final class PasskeyPage {
  private static final String CHALLENGE = PasskeyPage.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CHALLENGE_BYTES = 32;

  private final MadePasskeys passkeys;
  private final Authority authority;
  private final Optional<PasskeyCreation> creation;
  private final Clock clock;

  PasskeyPage(
      MadePasskeys passkeys, Authority authority, Optional<PasskeyCreation> creation, Clock clock) {
    this.passkeys = passkeys;
    this.authority = authority;
    this.creation = creation;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param made the passkey that was made just now; null otherwise
   * @param keys every passkey that the person made
   * @param possible whether the configuration says for which address passkeys are made
   * @param challenge what the new passkey must repeat, base64url
   * @param user a number of the account that tells nothing about it, base64url
   */
  record Shown(
      @Nullable New made,
      List<Listed> keys,
      boolean possible,
      String rpId,
      String origin,
      String challenge,
      String user) {}

  /** A passkey that was made just now. */
  record New(String fingerprint, String entry) {}

  /** A passkey of the person. */
  record Listed(String fingerprint, Timestamps at, boolean counts) {}

  /** What the browser sends. */
  record Form(@Nullable String clientData, @Nullable String attestation) {}

  @GetMapping
  String show(Model model, Authentication who, HttpSession session) {
    return show(null, model, who, session);
  }

  @PostMapping
  String make(
      Form form,
      Model model,
      Authentication who,
      HttpSession session,
      HttpServletResponse response) {
    try {
      MadePasskey made = made(form, who.getName(), session);
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return show(
          new New(
              made.passkey().fingerprint(),
              made.entry(today.toString(), today.plusYears(1).toString())),
          model,
          who,
          session);
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return show(null, model, who, session);
    }
  }

  private MadePasskey made(Form form, String account, HttpSession session) {
    byte[] challenge = (byte[]) session.getAttribute(CHALLENGE);
    session.removeAttribute(CHALLENGE);
    if (challenge == null || form.clientData() == null || form.attestation() == null) {
      throw doesNotFit();
    }
    PublicPasskey passkey =
        creation
            .flatMap(here -> here.made(challenge, form.clientData(), form.attestation()))
            .orElseThrow(PasskeyPage::doesNotFit);
    if (!passkeys.keep(account, passkey)) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "This account has made %d passkeys, and no more are kept. Nothing was changed."
              .formatted(MadePasskeys.MOST));
    }
    return new MadePasskey(account, passkey, clock.instant());
  }

  private static ApiException doesNotFit() {
    return ApiException.of(
        ConsoleRefusal.C400_MALFORMED,
        "The browser did not send a passkey that was made for this page, with its person verified. Nothing was changed.");
  }

  private String show(@Nullable New made, Model model, Authentication who, HttpSession session) {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(challenge);
    session.setAttribute(CHALLENGE, challenge);
    model.addAttribute(
        "page",
        new Shown(
            made,
            passkeys.of(who.getName()).stream().map(this::row).toList(),
            creation.isPresent(),
            creation.map(PasskeyCreation::rpId).orElse(""),
            creation.map(PasskeyCreation::origin).orElse(""),
            text(challenge),
            text(Sha256.of(("account/" + who.getName()).getBytes(StandardCharsets.UTF_8)))));
    return "console/passkey";
  }

  private Listed row(MadePasskey key) {
    String fingerprint = key.passkey().fingerprint();
    return new Listed(
        fingerprint,
        Timestamps.at(key.madeAt(), clock),
        authority.enrolment().passkeysOf(key.account(), clock.instant()).stream()
            .anyMatch(one -> one.key().id().equals(fingerprint)));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
