package countersign.access;

import countersign.accounts.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at its next request if the roles, the password or the state of its account changed
 * after it began. Stateless.
 */
final class CurrentAccount extends OncePerRequestFilter {
  private final Accounts accounts;

  CurrentAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && isOutdated(who)) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
      if (RefusedRequests.isCall(request)) {
        chain.doFilter(request, response); // the call is refused as one without a session
      } else {
        response.sendRedirect("/login?ended");
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isOutdated(Authentication who) {
    if (who.getPrincipal() instanceof SignedInPerson person) {
      return !accounts.isCurrent(person.getName(), person.version());
    }
    return who.getDetails() instanceof SignIn.AccountVersion version
        && !accounts.isCurrent(who.getName(), version.number());
  }
}
