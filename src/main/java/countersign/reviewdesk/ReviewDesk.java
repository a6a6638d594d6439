package countersign.reviewdesk;

import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.approval.WorkItem;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reviewers' desk: the list of cases that nobody else works on, claims and the next case.
 * Stateless, thread-safe.
 */
public final class ReviewDesk {
  private final Approvals approvals;
  private final Lifecycle lifecycle;
  private final JdbcClaims claims;
  private final DeskSettings settings;

  ReviewDesk(Approvals approvals, Lifecycle lifecycle, JdbcClaims claims, DeskSettings settings) {
    this.approvals = approvals;
    this.lifecycle = lifecycle;
    this.claims = claims;
    this.settings = settings;
  }

  /**
   * A case in a person's list.
   *
   * @param claim the claim on it; empty if nobody works on it
   */
  public record DeskCase(WorkItem item, Optional<CaseClaim> claim) {}

  /**
   * A person's list.
   *
   * @param cases the cases that the person may take, the earliest due first
   * @param elsewhere number of further cases that other people work on now
   */
  public record DeskList(List<DeskCase> cases, int elsewhere) {
    /** Copies the list. */
    public DeskList {
      cases = List.copyOf(cases);
    }
  }

  /**
   * The cases that wait for this person and that the filter shows. Counsel also sees those that
   * reviewers work on.
   */
  public DeskList list(Reviewer reviewer, WorkItem.Filter filter) {
    List<WorkItem> waiting = approvals.workList(reviewer, filter);
    Map<RequestKey, CaseClaim> taken = claims.of(waiting.stream().map(WorkItem::key).toList());
    List<DeskCase> cases =
        waiting.stream()
            .map(item -> new DeskCase(item, Optional.ofNullable(taken.get(item.key()))))
            .filter(one -> reviewer.may(Role.COUNSEL) || isFree(one, reviewer))
            .toList();
    return new DeskList(cases, waiting.size() - cases.size());
  }

  /** The cases that this person claimed first, however many others wait. */
  public List<DeskCase> mine(Reviewer reviewer) {
    List<DeskCase> cases = new ArrayList<>();
    for (CaseClaim claim : claims.open(reviewer.account())) {
      approvals.workList(reviewer, WorkItem.Filter.only(claim.key())).stream()
          .map(item -> new DeskCase(item, Optional.of(claim)))
          .forEach(cases::add);
    }
    return List.copyOf(cases);
  }

  private static boolean isFree(DeskCase one, Reviewer reviewer) {
    return one.claim().isEmpty() || one.claim().get().isBy(reviewer.account());
  }

  /** Gives the case to this person. COMMITS. */
  public ClaimOutcome claim(RequestKey key, Reviewer reviewer) {
    Optional<WorkItem> item =
        approvals.workList(reviewer, WorkItem.Filter.only(key)).stream().findFirst();
    return item.isPresent() ? claim(item.get(), reviewer) : notOffered(key, reviewer);
  }

  private ClaimOutcome notOffered(RequestKey key, Reviewer reviewer) {
    return approvals
        .caseOf(key, reviewer)
        .map(CaseFile::state)
        .<ClaimOutcome>map(state -> new ClaimOutcome.NotOffered(key, state))
        .orElseGet(() -> new ClaimOutcome.Unknown(key));
  }

  /** A decision that is under way holds the request's lock, so the claim waits for its end. */
  private ClaimOutcome claim(WorkItem item, Reviewer reviewer) {
    RequestKey key = item.key();
    return lifecycle.change(
        reviewer.actor(),
        change -> {
          change.lock(Entity.REQUEST, key.toString());
          RequestState now = approvals.caseOf(key, reviewer).orElseThrow().state();
          if (now != item.state()) {
            return new ClaimOutcome.NotOffered(key, now);
          }
          List<RequestKey> open = claims.lockOpen(reviewer.account());
          if (!open.contains(key) && open.size() >= settings.openClaims()) {
            return new ClaimOutcome.TooMany(open);
          }
          Optional<CaseClaim> taken = claims.take(key, reviewer.account());
          return taken.isPresent()
              ? new ClaimOutcome.Claimed(item, taken.get())
              : claims
                  .find(key)
                  .<ClaimOutcome>map(ClaimOutcome.ByOther::new)
                  .orElseGet(() -> new ClaimOutcome.NotOffered(key, now));
        });
  }

  /**
   * Gives this person the next case that the filter shows: of the partner that waits longest for
   * its turn, the case that is due first. COMMITS.
   */
  public ClaimOutcome next(Reviewer reviewer, WorkItem.Filter filter) {
    for (DeskCase one : inTurn(list(reviewer, filter).cases())) {
      if (one.claim().isPresent()) {
        continue;
      }
      ClaimOutcome outcome = claim(one.item(), reviewer);
      if (outcome instanceof ClaimOutcome.Claimed) {
        claims.turnOf(one.item().partner());
        return outcome;
      }
      if (outcome instanceof ClaimOutcome.TooMany) {
        return outcome;
      }
    }
    return new ClaimOutcome.NothingWaits();
  }

  private List<DeskCase> inTurn(List<DeskCase> firstDue) {
    Map<String, List<DeskCase>> byPartner = new LinkedHashMap<>();
    for (DeskCase one : firstDue) {
      byPartner.computeIfAbsent(one.item().partner(), partner -> new ArrayList<>()).add(one);
    }
    Map<String, Instant> turns = claims.turns();
    return byPartner.keySet().stream()
        .sorted(Comparator.comparing(partner -> turns.getOrDefault(partner, Instant.MIN)))
        .flatMap(partner -> byPartner.get(partner).stream())
        .toList();
  }

  /** Gives a case back; returns whether this person held it. */
  public boolean release(RequestKey key, Reviewer reviewer) {
    return claims.end(key, reviewer.account());
  }

  /** Ends all claims of a person who signs out. */
  public void signedOut(String account) {
    claims.endAll(account);
  }

  /** The claim on a case; empty if nobody works on it. */
  public Optional<CaseClaim> claimOn(RequestKey key) {
    return claims.find(key);
  }

  /** Extends this person's claim, because the person works on the case. */
  public void works(RequestKey key, String account) {
    claims.extend(key, account);
  }
}
