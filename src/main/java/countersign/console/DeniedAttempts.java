package countersign.console;

import countersign.request.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;

/**
 * Whoever lacks the role is turned away before a case is looked at, with the same words whatever
 * its state; an attempt to get past counsel's refusal is recorded all the same. Stateless.
 */
final class DeniedAttempts {
  private static final Pattern MOVES_A_REQUEST =
      Pattern.compile(
          "(?:/api/v1)?(?:/requests/([^/]+)|/files/([^/]+)/requests)/([^/]+)/(endorse|countersign|take|refuse|lift|reconsider)");

  private final Desk desk;

  DeniedAttempts(Desk desk) {
    this.desk = desk;
  }

  /** Records it, if counsel refused that request. */
  @EventListener
  public void denied(AuthorizationDeniedEvent<?> event) {
    Authentication who = event.getAuthentication().get();
    if (event.getSource() instanceof HttpServletRequest call
        && call.getMethod().equals("POST")
        && !(who instanceof AnonymousAuthenticationToken)) {
      attempted(call.getServletPath(), who);
    }
  }

  private void attempted(String path, Authentication who) {
    Matcher found = MOVES_A_REQUEST.matcher(path);
    if (found.matches()) {
      String file = found.group(1) == null ? found.group(2) : found.group(1);
      Optional<RequestKey> key = Ids.request(file, found.group(3));
      key.ifPresent(request -> desk.attempted(request, Caller.of(who).reviewer(), found.group(4)));
    }
  }
}
