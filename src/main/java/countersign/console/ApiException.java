package countersign.console;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * The API cannot do what was asked: becomes a problem document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final String code;
  private final String title;
  private final transient Map<String, Object> facts;

  /**
   * Says no.
   *
   * @param status of the answer
   * @param code one word
   * @param title what the code means, the same every time
   * @param detail what now; no personal data
   * @param facts further members of the document
   */
  ApiException(
      HttpStatus status, String code, String title, String detail, Map<String, Object> facts) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.facts = Map.copyOf(facts);
  }

  /** What the console itself refuses, without further members. */
  static ApiException of(ConsoleRefusal refusal, String detail) {
    return new ApiException(refusal.status(), refusal.name(), refusal.sentence(), detail, Map.of());
  }

  HttpStatus status() {
    return status;
  }

  /** One word. */
  public String code() {
    return code;
  }

  /** What the code means. */
  public String title() {
    return title;
  }

  Map<String, Object> facts() {
    return facts;
  }
}
