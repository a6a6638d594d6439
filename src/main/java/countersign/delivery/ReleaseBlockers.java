package countersign.delivery;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.delivery.JdbcResponses.StoredResponse;
import countersign.disclosure.Disclosures;
import countersign.journal.UploadJournal;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.stops.Stop;
import countersign.stops.Stops;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reasons why nothing of a group may be released, regardless of approvals: no agreement in force,
 * disclosure switched off, a stop, a stop that is only in the ledger, or a database that is older
 * than the journal of uploads.
 *
 * @see <a href="../../../../../docs/rules.md">promise 1</a>
 */
final class ReleaseBlockers {
  /** The cause of work that waits until a stop is lifted. */
  static final String STOPPED = "STOPPED";

  /** The cause of work that waits until counsel's veto is lifted. */
  static final String VETOED = ReasonCode.A110_COUNSEL_REFUSED.name();

  /** All causes that the methods of this class can return. */
  static final Set<String> CAUSES =
      Set.of(
          STOPPED,
          VETOED,
          ReasonCode.S505_AUDIT_TAMPER.name(),
          ReasonCode.A100_DISCLOSURE_DISABLED.name(),
          ReasonCode.A103_SAFEGUARDS_NOT_MET.name(),
          ReasonCode.A104_COURT_ORDER_IN_FORCE.name(),
          ReasonCode.A109_AGREEMENT_NOT_IN_FORCE.name());

  private final Authority authority;
  private final Stops stops;
  private final MissingStops lost;
  private final Disclosures disclosures;
  private final JdbcFileOrigin origin;
  private final UploadJournal journal;

  ReleaseBlockers(
      Authority authority,
      Stops stops,
      MissingStops lost,
      Disclosures disclosures,
      JdbcFileOrigin origin,
      UploadJournal journal) {
    this.authority = authority;
    this.stops = stops;
    this.lost = lost;
    this.disclosures = disclosures;
    this.origin = origin;
    this.journal = journal;
  }

  /**
   * The first reason that applies. The caller holds the stops' lock.
   *
   * @return a cause for the work row; empty if nothing blocks the release
   */
  Optional<String> first(Stop.Disclosure disclosure, Instant now) {
    Optional<String> past = journal.blocker();
    if (past.isPresent()) {
      return past;
    }
    Optional<Agreement> agreement = authority.agreement(disclosure.agreement());
    if (agreement.isEmpty() || !inForce(agreement.get(), disclosure, now)) {
      return Optional.of(ReasonCode.A109_AGREEMENT_NOT_IN_FORCE.name());
    }
    List<ReasonCode> blocks = authority.blocks(agreement.get(), disclosure.agency(), now);
    if (!blocks.isEmpty()) {
      return Optional.of(blocks.get(0).name());
    }
    if (stops.halts(disclosure)) {
      return Optional.of(STOPPED);
    }
    // Somebody may have taken the file out of the scope of a stop by changing a column.
    return lost.exist() || !origin.isOf(disclosure)
        ? Optional.of(ReasonCode.S505_AUDIT_TAMPER.name())
        : Optional.empty();
  }

  /**
   * The first reason why a released response may not be sealed or uploaded. The caller holds the
   * stops' lock. A stop halts every answer to its requests; a veto halts only what would be
   * disclosed, because its requests are answered like every other no.
   */
  Optional<String> first(JdbcResponses responses, StoredResponse response, Instant now) {
    return first(response.disclosure(), now)
        .or(() -> ofOfficers(responses, response))
        .or(
            () -> {
              if (!stops.halted(() -> responses.requests(response.id())).stopped().isEmpty()) {
                return Optional.of(STOPPED);
              }
              boolean vetoed =
                  !stops.halted(() -> responses.disclosed(response.id())).vetoed().isEmpty();
              return vetoed ? Optional.of(VETOED) : Optional.empty();
            });
  }

  /**
   * A stop on an officer whom the stored requests name. The column {@code officers} of the response
   * is not enough: somebody may have changed it before the stop was set. The requests are decrypted
   * only if a stop on any officer is in force.
   */
  private Optional<String> ofOfficers(JdbcResponses responses, StoredResponse response) {
    if (!stops.halts(response.disclosureTo(authority.officers()))) {
      return Optional.empty();
    }
    List<RequestKey> asked =
        responses.answered(response.id()).stream().map(RequestKey::parse).toList();
    return disclosures
        .named(response.file(), asked)
        .map(
            officers ->
                stops.halts(response.disclosureTo(officers))
                    ? Optional.of(STOPPED)
                    : Optional.<String>empty())
        .orElse(Optional.of(ReasonCode.S505_AUDIT_TAMPER.name()));
  }

  /** The requests of a group, in no response yet, that a stop or veto covers. */
  Stops.Halted halted(JdbcGroups groups, GroupId group) {
    return stops.halted(() -> groups.open(group));
  }

  private boolean inForce(Agreement agreement, Stop.Disclosure disclosure, Instant now) {
    Environment environment = new FileId(disclosure.file()).environment();
    return environment == authority.environment()
        && agreement.inForce(
            LocalDate.ofInstant(now, agreement.zone()), disclosure.agency(), environment);
  }
}
