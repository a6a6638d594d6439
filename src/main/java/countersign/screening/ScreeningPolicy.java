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

/**
 * The questions that intake asks the registers and the rules; intake itself contains no legal
 * rules.
 */
public interface ScreeningPolicy {

  /**
   * The owner of an inbox.
   *
   * @param agency the partner's agency
   * @param environment the gateway's own environment
   * @param pinned every key of that partner that may sign
   */
  record Sender(String agency, Environment environment, List<Certificate> pinned) {}

  /**
   * Result of stage 4 for a header.
   *
   * @param codes all codes of the header except those that depend on the signer
   * @param signers primary fingerprints, upper case, of the keys registered for the requester or
   *     delegate; empty if unknown
   * @param screen returns every code of one request, sorted; thread-safe
   * @param conditions returns the agreement's conditions that object to one request; thread-safe
   * @param comparison limits for comparing its requests with each other and with earlier ones; null
   *     if no agreement is known, which gives a code
   * @param ruleSet version and hash of the rules in force
   * @param applied ids of the rules that apply on that day
   */
  record HeaderScreening(
      List<ReasonCode> codes,
      Set<String> signers,
      Function<Request, List<ReasonCode>> screen,
      Function<Request, List<String>> conditions,
      @Nullable FileLimits comparison,
      String ruleSet,
      List<String> applied) {}

  /**
   * The same questions to what is in force now, so that one file is judged by one configuration.
   */
  default ScreeningPolicy atOneTime() {
    return this;
  }

  /**
   * Finds the owner of an inbox and the keys accepted on the day of {@code at}.
   *
   * @throws IllegalArgumentException if there is no such partner
   * @throws countersign.request.Unavailable if the file of one of its keys cannot be read now
   */
  Sender sender(String partner, Instant at);

  /**
   * Finds the owner of an inbox, perhaps without its keys: a file is received even if no key can be
   * read now.
   *
   * @throws IllegalArgumentException if there is no such partner
   */
  default Sender owner(String partner, Instant at) {
    return sender(partner, at);
  }

  /** Judges a header; every date is compared with the file's first pick-up. */
  HeaderScreening header(ArrivedFile file, RequestHeader header);

  /** Blocks that currently apply to an agency under an agreement. */
  List<ReasonCode> blocks(String agreement, String agency);

  /** Time between the acknowledgement and the answer to every request under an agreement. */
  Duration answerWithin(String agreement);

  /** Time within which a person must decide about held files under an agreement. */
  Duration decideHeldWithin(String agreement);

  /** Version and hash of the rules in force. */
  String ruleSet();
}
