package countersign.console;

import countersign.access.Permission;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in, and where it leads. */
@Page
final class HomePage {

  @GetMapping("/login")
  String signIn() {
    return "console/sign-in";
  }

  /** Those who decide begin with what waits for them, all others with the files. */
  @GetMapping("/")
  String home(Authentication who) {
    boolean decides = Permission.mayGet("/work-list", Caller.of(who).roles());
    return decides ? "redirect:/work-list" : "redirect:/files";
  }
}
