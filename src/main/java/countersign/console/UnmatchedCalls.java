package countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;

/**
 * Answers a call whose body has another type than JSON. Spring refuses it before it has chosen a
 * controller, so {@link ProblemHandler} does not see it. Stateless.
 */
@ControllerAdvice
final class UnmatchedCalls {
  private final ProblemHandler problems;

  UnmatchedCalls(ProblemHandler problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> notJson(
      HttpMediaTypeNotSupportedException cause, HttpServletRequest call, WebRequest request)
      throws HttpMediaTypeNotSupportedException {
    if (!call.getServletPath().startsWith("/api/")) {
      throw cause;
    }
    return problems.handleExceptionInternal(
        cause, null, HttpHeaders.EMPTY, cause.getStatusCode(), request);
  }
}
