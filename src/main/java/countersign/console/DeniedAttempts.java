package countersign.console;

import countersign.approval.Approvals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;

/**
 * Records attempts to override a denial by counsel that come from accounts without the role for the
 * action. Spring Security rejects such a call before any code reads the case and gives the same
 * answer in every state, so only this listener sees it. Stateless.
 */
final class DeniedAttempts {
  private static final Pattern MOVES_A_REQUEST =
      Pattern.compile(
          "(?:/api/v1)?(?:/requests/([^/]+)|/files/([^/]+)/requests)/([^/]+)/(endorse|countersign|take|refuse|lift|reconsider)");

  private static final Pattern MOVES_A_FILE =
      Pattern.compile("(?:/api/v1)?/files/([^/]+)/(take|refuse|judge)");

  private final Approvals approvals;

  DeniedAttempts(Approvals approvals) {
    this.approvals = approvals;
  }

  /** Records the attempt if counsel denied the request or file. */
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
    Matcher request = MOVES_A_REQUEST.matcher(path);
    Matcher file = MOVES_A_FILE.matcher(path);
    if (request.matches()) {
      String of = request.group(1) == null ? request.group(2) : request.group(1);
      PathIds.request(of, request.group(3))
          .ifPresent(key -> approvals.attempted(key, Caller.of(who).reviewer(), request.group(4)));
    } else if (file.matches()) {
      PathIds.file(file.group(1))
          .ifPresent(id -> approvals.attempted(id, Caller.of(who).reviewer(), file.group(2)));
    }
  }
}
