package countersign.screening;

import countersign.pgp.Certificate;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What intake asks of the registers and the rules; intake itself decides nothing about law. */
public interface ScreeningPolicy {

  /**
   * Who owns an inbox.
   *
   * @param agency the partner's agency
   * @param environment the gateway's own
   * @param pinned every key of that partner that may sign
   */
  record Sender(String agency, Environment environment, List<Certificate> pinned) {}

  /**
   * What stage 4 says to a header.
   *
   * @param codes all of its codes but those that need the signer
   * @param signers primary fingerprints, upper case, of the keys registered for the requester or
   *     delegate; empty if unknown
   * @param screen every code of one request, sorted; thread-safe
   * @param conditions which conditions of the agreement object to one request; thread-safe
   * @param comparison how its requests are compared with each other and with earlier ones; null
   *     without an agreement to do it by, which is a code
   * @param ruleSet version and hash of the rules in force
   * @param applied ids of the rules that are applied that day
   */
  record HeaderScreening(
      List<ReasonCode> codes,
      Set<String> signers,
      Function<Request, List<ReasonCode>> screen,
      Function<Request, List<String>> conditions,
      @Nullable FileWideLimits comparison,
      String ruleSet,
      List<String> applied) {}

  /**
   * Who owns that inbox, and which keys are accepted on the day of {@code at}.
   *
   * @throws IllegalArgumentException if there is no such partner
   */
  Sender sender(String partner, Instant at);

  /** Judges a header with every date measured at the file's first pick-up. */
  HeaderScreening header(ArrivedFile file, RequestHeader header);

  /** Which blocks stand in the way of an agency under an agreement now. */
  List<ReasonCode> blocks(String agreement, String agency);

  /** How long after the acknowledgement every request of an agreement is answered. */
  Duration answerWithin(String agreement);

  /** How long a person may leave undecided what an agreement's files are held for. */
  Duration decideHeldWithin(String agreement);

  /** Version and hash of the rules in force. */
  String ruleSet();
}
