package countersign.screening;

import countersign.authority.Agreement;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules say to a file, with every date measured at its first pick-up. */
public interface ScreeningRules {

  /**
   * Stage 4, but for what needs the signer: F103, F110, A101, A102, A107, A109.
   *
   * @param agreement the one the header names; null if there is none of that id
   */
  List<ReasonCode> header(ArrivedFile file, RequestHeader header, @Nullable Agreement agreement);

  /** Stage 5: every code of one request, sorted; the function is thread-safe. */
  Function<Request, List<ReasonCode>> requests(ArrivedFile file, Agreement agreement);

  /**
   * Which conditions that the agreement adds object to a request, as it is stored; the function is
   * thread-safe.
   */
  Function<Request, List<String>> conditions(ArrivedFile file, Agreement agreement);

  /** How the file's requests are compared with each other and with earlier ones. */
  FileWideLimits comparison(ArrivedFile file, Agreement agreement);

  /**
   * Ids of the rules that are applied on the day of the file.
   *
   * @param agreement in whose time zone the day is meant; null: UTC
   */
  List<String> applied(ArrivedFile file, @Nullable Agreement agreement);
}
