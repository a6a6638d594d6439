package countersign.monitoring;

import countersign.operations.BackgroundPart;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 at once while the database is away or frozen. Every sign-in and page needs it, and a
 * request that waits for it would keep its thread. Probes without a sign-in pass.
 */
final class DatabaseGate extends OncePerRequestFilter {
  private static final List<String> ASSETS =
      List.of("/uswds/", "/console/", "/webjars/", "/favicon.ico");

  private final BackgroundPart database;

  DatabaseGate(BackgroundPart database) {
    this.database = database;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return (path.startsWith("/actuator/") && request.getHeader(HttpHeaders.AUTHORIZATION) == null)
        || ASSETS.stream().anyMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> fault = database.fault();
    if (fault.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    if (request.getRequestURI().startsWith("/api/")) {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getWriter().print(problem(fault.get()));
    } else {
      response.setContentType(MediaType.TEXT_PLAIN_VALUE);
      response.getWriter().print(fault.get() + ". Nothing was changed. Try again in a minute.\n");
    }
  }

  /** The fault contains only fixed words and a number, so nothing has to be escaped. */
  private static String problem(String fault) {
    return """
        {"type":"urn:countersign:DATABASE_DOWN","title":"The database does not answer.","status":503,\
        "detail":"%s. Nothing was changed. Try again in a minute.","code":"DATABASE_DOWN"}"""
        .formatted(fault);
  }
}
