package countersign.console;

import countersign.lifecycle.LoggedFailure;
import countersign.lifecycle.UnexpectedState;
import countersign.request.Unavailable;
import java.net.URI;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failed call with a problem document that has a code and repeats no value. */
@RestControllerAdvice(annotations = RestController.class)
final class ProblemHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(ApiException exception) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(exception.status(), exception.getMessage());
    problem.setTitle(exception.title());
    coded(problem, exception.code());
    exception.facts().forEach(problem::setProperty);
    return ResponseEntity.of(problem).build();
  }

  /** Nothing was changed: the caller signs and sends the same call again. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> sign(SignatureWanted wanted) {
    ConsoleRefusal refusal = ConsoleRefusal.C428_SIGN;
    return refused(
        new ApiException(
            refusal.status(),
            refusal.name(),
            refusal.sentence(),
            "Sign the challenge with a passkey and send the same call again, with the assertion in the header Countersign-Assertion. Nothing was changed yet.",
            wanted.facts()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(UnexpectedState state) {
    return refused(ApiException.of(ConsoleRefusal.C409_OTHER_STATE, state.getMessage()));
  }

  /** A part is away, or this gateway's clock is wrong. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(Unavailable cause) {
    return refused(
        ApiException.of(ConsoleRefusal.C503_NOT_NOW, String.valueOf(cause.getMessage())));
  }

  /** A text that passed every check contains a character that PostgreSQL cannot store. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException cause) {
    return cause.getMostSpecificCause() instanceof SQLException sql
            && CHARACTER_NOT_IN_REPERTOIRE.equals(sql.getSQLState())
        ? refused(ApiException.of(ConsoleRefusal.C400_MALFORMED, "Nothing was changed."))
        : failed(cause);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(RuntimeException cause) {
    LOG.warn(
        "{}  A call of a page or of the API failed",
        ConsoleRefusal.C500_FAILED,
        new LoggedFailure(cause));
    return refused(
        ApiException.of(
            ConsoleRefusal.C500_FAILED,
            "Try again. If it fails again, ask the operator: the log shows the cause."));
  }

  /** Replaces Spring's text about a wrong form, type or method, because it could repeat a value. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    boolean unknown = status.value() == HttpStatus.NOT_FOUND.value();
    ConsoleRefusal refusal = unknown ? ConsoleRefusal.C404_UNKNOWN : ConsoleRefusal.C400_MALFORMED;
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, "/v3/api-docs describes this call.");
    problem.setTitle(refusal.sentence());
    coded(problem, refusal.name());
    HttpHeaders ours = new HttpHeaders();
    if (cause instanceof ErrorResponse spring && spring.getHeaders().getAllow().size() > 0) {
      ours.setAllow(spring.getHeaders().getAllow());
    }
    return new ResponseEntity<>(problem, ours, status);
  }

  private static void coded(ProblemDetail problem, String code) {
    problem.setType(URI.create("urn:countersign:" + code));
    problem.setProperty("code", code);
  }
}
