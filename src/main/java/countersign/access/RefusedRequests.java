package countersign.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers a request that is refused before any code reads it: a call with a problem document, a
 * page with the error page. The answer repeats nothing of the request. Stateless.
 */
final class RefusedRequests implements RequestRejectedHandler {
  private final ObjectMapper json;

  RefusedRequests(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    refuse(request, response, RequestRefusal.C400_MALFORMED);
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, RequestRefusal refusal)
      throws IOException {
    if (!isCall(request)) {
      response.sendError(refusal.status());
      return;
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.valueOf(refusal.status()),
            "Nothing was changed. /v3/api-docs describes this call.");
    problem.setType(URI.create("urn:countersign:" + refusal));
    problem.setTitle(refusal.sentence());
    problem.setProperty("code", refusal.name());
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    try {
      json.writeValue(response.getOutputStream(), problem);
    } catch (JacksonIOException e) {
      throw e.getCause(); // the caller hung up, which the server takes quietly
    }
  }

  static boolean isCall(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }
}
