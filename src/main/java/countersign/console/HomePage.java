package countersign.console;

import countersign.access.Permission;
import countersign.request.Role;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page and the redirect to a person's first page. */
@Page
final class HomePage {

  @GetMapping("/login")
  String signIn() {
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
