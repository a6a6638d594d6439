package countersign.delivery;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StepOutcome;
import countersign.lifecycle.StopsLock;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.pgp.Certificate;
import countersign.request.AcknowledgementId;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.GroupId;
import countersign.request.Held;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.sealing.RecipientKeys;
import countersign.sealing.SealNotVerified;
import countersign.sealing.SealStatement;
import countersign.sealing.SealVerification;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends acknowledgements and responses, from the moment they are due until they are in the
 * partner's outbox. Every step is idempotent by id and state. Stateless, thread-safe.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, sections 5 and 6</a>
 */
public final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Parts parts;
  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final Work work;
  private final Authority authority;
  private final Clock clock;
  private final GroupRelease releasing;

  Delivery(
      Parts parts,
      Lifecycle lifecycle,
      StopsLock lock,
      Work work,
      Authority authority,
      Clock clock) {
    this.parts = parts;
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.work = work;
    this.authority = authority;
    this.clock = clock;
    this.releasing = new GroupRelease(parts, authority);
  }

  /** The collaborators of this class. */
  record Parts(
      JdbcGroups groups,
      JdbcResponses responses,
      JdbcAcknowledgements acknowledgements,
      RecipientKeys keys,
      ReleaseBlockers blockers,
      Steps steps) {}

  /** The steps that write to the tables. */
  record Steps(
      AcknowledgeStep acknowledging,
      ReleaseStep releasing,
      SealCheck checking,
      SealStep sealing,
      SealVerification verifying,
      DispatchStep dispatching) {}

  /**
   * Step {@code acknowledge}: COMMITS the sealed bytes of an acknowledgement that is due.
   *
   * @param id the acknowledgement's id
   * @return the same id
   * @throws Held D409_CRYPTO if no key of the agency can be encrypted to
   */
  public AcknowledgementId acknowledge(AcknowledgementId id) {
    JdbcAcknowledgements.StoredAcknowledgement row =
        parts.acknowledgements().find(id).orElseThrow(() -> unknown(id));
    if (row.state() != AcknowledgementState.RELEASED) {
      work.drop(WorkQueue.ACKNOWLEDGE, id.toString());
    } else if (parts.acknowledgements().isOvertaking(row)) {
      parts.steps().acknowledging().wait(row);
    } else {
      Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      parts.steps().dispatching().requireNoBlocker(id);
      Optional<Certificate> key = parts.keys().agency(row.partner(), at);
      if (key.isPresent()) {
        reported(() -> parts.steps().acknowledging().acknowledge(row, key.get(), at));
      } else {
        throw keyless("Acknowledgement " + id, "agency key of partner " + row.partner());
      }
    }
    return id;
  }

  /** Parks the work, so that a person sees it; the timer resumes it once a key can be used. */
  private static Held keyless(String what, String whose) {
    return new Held(
        ReasonCode.D409_CRYPTO,
        "%s cannot be sealed, because no %s can be encrypted to now. Nothing was sent. Run check, and pin a valid key; the gateway then seals it by itself."
            .formatted(what, whose));
  }

  /**
   * Timer: queues every group that has something to release and is not queued yet. It also requeues
   * parked uploads whose stop or block no longer applies.
   *
   * @return the number of groups queued
   */
  public int releaseDue() {
    new ParkedWorkRequeue(
            parts, work, group -> releasing.needsNoKey(group, clock.instant()), clock.instant())
        .resume();
    return queueDue().queued();
  }

  /**
   * Result of {@link #queueDue}.
   *
   * @param queued the number of groups queued
   * @param next the next release time at which a group may release something; empty if none
   */
  public record GroupsQueued(int queued, Optional<Instant> next) {}

  /**
   * Queues every group that has something to release now and is not queued yet.
   *
   * @return the number of groups queued, and when to look again
   */
  public GroupsQueued queueDue() {
    return releasing.queueDue(lifecycle, work, clock.instant());
  }

  /**
   * Step {@code release}: COMMITS a response of a group, with its accounting, if something is due
   * and nothing blocks it. If something blocks it, the work row records the cause, and the work is
   * tried again until the cause is gone.
   *
   * @param groupId the group's id
   * @return the same id
   */
  public GroupId release(GroupId groupId) {
    Optional<String> cause =
        lifecycle.change(
            Actor.GATEWAY,
            change -> {
              lock.shared();
              Optional<Group> group = parts.groups().lock(groupId);
              Optional<String> blocker =
                  group.flatMap(running -> releasing.release(change, running));
              if (blocker.isEmpty()) {
                change.finish(WorkQueue.RELEASE, groupId.toString());
              }
              return blocker;
            });
    cause.ifPresent(StepOutcome::note);
    cause.ifPresent(code -> holdUp(groupId, code));
    return groupId;
  }

  /**
   * Without a usable key the work is parked, which is shown and logged once; the timer resumes it.
   * Any other cause ends when a person acts, and the work is tried again without limit.
   */
  private void holdUp(GroupId group, String cause) {
    if (cause.equals(ReasonCode.D409_CRYPTO.name())) {
      work.park(WorkQueue.RELEASE, group.toString(), cause);
      LOG.warn(
          "{}  Group {} of partner {}: nothing can be released, because no key of one of its officers can be encrypted to now. Run check, and pin a valid key; the gateway then releases it by itself.",
          cause,
          group,
          parts.groups().find(group).map(held -> held.terms().partner()).orElse("unknown"));
    } else {
      work.later(WorkQueue.RELEASE, group.toString(), cause, Integer.MAX_VALUE);
    }
  }

  /**
   * Step {@code seal}: COMMITS the bytes of a released response, encrypted to its officers.
   *
   * @param id the response's id
   * @return the same id
   * @throws Held D409_CRYPTO if a key of one of its officers cannot be encrypted to
   * @throws countersign.request.Unavailable with cause STOPPED or the code of a block or veto
   */
  public ResponseId seal(ResponseId id) {
    JdbcResponses.StoredResponse response =
        parts.responses().find(id).orElseThrow(() -> unknown(id));
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (response.state() != ResponseState.RELEASED) {
      work.drop(WorkQueue.SEAL, id.toString());
      return id;
    }
    parts.steps().dispatching().requireNoBlocker(id);
    Optional<List<Certificate>> officers = keys(response.officers(), response.agency(), at);
    if (officers.isEmpty()) {
      throw keyless(
          "Response %s of partner %s".formatted(id, partner(id).orElse("unknown")),
          "key of one of its officers");
    }
    parts.steps().checking().check(response, officers.get(), at);
    int requests = parts.groups().size(response.groupId());
    SealStep.Sealing sealing =
        new SealStep.Sealing(officers.get(), requests, at, reviewBy(response, at));
    reported(() -> parts.steps().sealing().seal(response, sealing));
    return id;
  }

  private void reported(Runnable step) {
    parts
        .steps()
        .verifying()
        .reported(
            () -> {
              step.run();
              return true;
            });
  }

  /** The day by which use is reviewed, from the sealing on, in the agreement's time zone. */
  private LocalDate reviewBy(JdbcResponses.StoredResponse response, Instant sealedAt) {
    return authority
        .agreement(response.agreement())
        .map(
            known ->
                LocalDate.ofInstant(sealedAt.plus(known.schedule().reviewAfter()), known.zone()))
        .orElse(response.reviewBy());
  }

  /**
   * Step {@code dispatch}: COMMITS that an upload may be in progress and returns the file.
   *
   * @param id the id of a response or an acknowledgement
   * @throws countersign.request.Unavailable with cause UPLOAD_UNDER_WAY, STOPPED or the code of a
   *     block, if the file must wait
   * @throws countersign.lifecycle.UnexpectedState if it is not sealed or already delivered
   * @throws Held D412 if it is not what the gateway sealed; D411 if two people did not approve it
   */
  public SealedFile dispatch(OutgoingId id) {
    SealVerification verification = parts.steps().verifying();
    Optional<SealStatement> verified = verification.reported(() -> verification.statement(id));
    return parts.steps().dispatching().dispatch(id, verified);
  }

  /** Step {@code deliver}: COMMITS that the file is in the outbox; queues what waited for it. */
  public void deliver(SealedFile file) {
    parts.steps().dispatching().deliver(file);
    if (file.id() instanceof ResponseId id) {
      releasing.queueNext(lifecycle, id, clock.instant());
    }
  }

  /**
   * Records that an upload has certainly failed, so that the next attempt does not wait for its
   * deadline. Changes nothing unless the state is UPLOADING.
   *
   * @param id the id of a response or an acknowledgement
   */
  public void uploadEnded(OutgoingId id) {
    parts.steps().dispatching().ended(id);
  }

  /**
   * COMMITS the event that an upload was broken off, because the stored bytes changed after they
   * were verified.
   */
  public void bytesChanged(OutgoingId id) {
    parts.steps().verifying().report(id, SealNotVerified.Cause.OTHER_BYTES);
    uploadEnded(id);
  }

  /** The partner whose outbox receives a response or an acknowledgement; empty if there is none. */
  public Optional<String> partner(OutgoingId id) {
    return parts.steps().dispatching().partner(id);
  }

  private Optional<List<Certificate>> keys(List<String> officers, String agency, Instant at) {
    return parts.keys().officers(officers, agency, at);
  }

  private static IllegalArgumentException unknown(OutgoingId id) {
    return new IllegalArgumentException("No response or acknowledgement has the id " + id);
  }
}
