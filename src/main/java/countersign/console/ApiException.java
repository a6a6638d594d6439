package countersign.console;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Reports that the console cannot do what the caller asked. A call answers with a problem document,
 * a page shows an error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final String code;
  private final String title;
  private final transient Map<String, Object> facts;

  /**
   * Creates the exception.
   *
   * @param status HTTP status of the answer
   * @param code code of the problem, such as {@code C404_UNKNOWN}
   * @param title meaning of the code; always the same text for the same code
   * @param detail explanation of this case and what to do next; contains no personal data
   * @param facts additional members of the problem document
   */
  public ApiException(
      HttpStatus status, String code, String title, String detail, Map<String, Object> facts) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.facts = Map.copyOf(facts);
  }

  /** Creates the exception for a refusal of the console itself, without additional members. */
  public static ApiException of(ConsoleRefusal refusal, String detail) {
    return new ApiException(refusal.status(), refusal.name(), refusal.sentence(), detail, Map.of());
  }

  public HttpStatus status() {
    return status;
  }

  /** The code of the problem. */
  public String code() {
    return code;
  }

  /** The meaning of the code. */
  public String title() {
    return title;
  }

  Map<String, Object> facts() {
    return facts;
  }
}
