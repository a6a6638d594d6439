package countersign.screening;

import countersign.authority.Agreement;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Results of the rules for a file; every date is compared with its first pick-up. */
public interface ScreeningRules {

  /** The same rules over what is in force now. */
  default ScreeningRules atOneTime() {
    return this;
  }

  /**
   * Stage 4, without the checks that need the signer: F103, F110, A101, A102, A107, A109.
   *
   * @param agreement agreement that the header names; null if there is none with that id
   */
  List<ReasonCode> header(ArrivedFile file, RequestHeader header, @Nullable Agreement agreement);

  /** Stage 5: returns a thread-safe function that gives every code of one request, sorted. */
  Function<Request, List<ReasonCode>> requests(ArrivedFile file, Agreement agreement);

  /**
   * Returns a thread-safe function that gives the agreement's conditions that object to a request,
   * in the stored format.
   */
  Function<Request, List<String>> conditions(ArrivedFile file, Agreement agreement);

  /** Limits for comparing the file's requests with each other and with earlier ones. */
  FileLimits comparison(ArrivedFile file, Agreement agreement);

  /**
   * Ids of the rules that apply on the day of the file.
   *
   * @param agreement agreement whose time zone determines the day; null for UTC
   */
  List<String> applied(ArrivedFile file, @Nullable Agreement agreement);
}
