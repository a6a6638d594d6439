package countersign.console;

import countersign.access.Permission;
import countersign.request.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page and the redirect to a person's first page. */
@Page
final class HomePage {

  private final boolean oidc;

  HomePage(@Value("${countersign.oidc.issuer:}") String issuer) {
    this.oidc = !issuer.isEmpty();
  }

  @GetMapping("/login")
  String signIn(Model model) {
    model.addAttribute("oidc", oidc);
    return "console/sign-in";
  }

  /**
   * Redirects people who decide cases to their work-list, administrators to the accounts and
   * everybody else to the files.
   */
  @GetMapping("/")
  String home(Authentication who) {
    if (Permission.mayGet("/work-list", Caller.of(who).roles())) {
      return "redirect:/work-list";
    }
    return Caller.of(who).is(Role.ADMINISTRATOR) ? "redirect:/accounts" : "redirect:/files";
  }
}
