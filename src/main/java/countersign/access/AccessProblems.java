package countersign.access;

import countersign.request.ReasonCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers an API call that is not authenticated or not permitted with a problem document.
 * Stateless.
 */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final ObjectMapper json;
  private final boolean passwords;

  /**
   * Creates the answers.
   *
   * @param passwords whether a call signs in with a password
   */
  AccessProblems(ObjectMapper json, boolean passwords) {
    this.json = json;
    this.passwords = passwords;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (passwords) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"countersign\"");
    }
    write(
        request,
        response,
        HttpStatus.UNAUTHORIZED,
        passwords
            ? "Sign in with an account and its password. Three failures in a row lock an account for 15 minutes."
            : "Sign in on the page /login, and send the session and its CSRF token with each call.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "None of this account's roles allows this. Nothing was changed.");
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:countersign:" + ReasonCode.S506_ACCESS));
    problem.setTitle(ReasonCode.S506_ACCESS.sentence());
    problem.setInstance(URI.create(request.getRequestURI()));
    problem.setProperty("code", ReasonCode.S506_ACCESS.name());
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    try {
      json.writeValue(response.getOutputStream(), problem);
    } catch (JacksonIOException e) {
      throw e.getCause(); // the caller hung up, which the server takes quietly
    }
  }
}
