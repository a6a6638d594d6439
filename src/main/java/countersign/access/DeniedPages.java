package countersign.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Answers a page that is not permitted: 404 if there is no such page, otherwise 403. Stateless. */
final class DeniedPages implements AccessDeniedHandler {
  private final List<PathPatternRequestMatcher> pages =
      Stream.concat(
              Stream.of("/login", "/logout"), Permission.table().stream().map(Permission::path))
          .distinct()
          .map(path -> PathPatternRequestMatcher.withDefaults().matcher(path))
          .toList();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    boolean known = pages.stream().anyMatch(page -> page.matches(request));
    HttpStatus status = known ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
    if (!response.isCommitted()) {
      response.sendError(status.value());
    }
  }
}
