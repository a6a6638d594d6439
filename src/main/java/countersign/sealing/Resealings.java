package countersign.sealing;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.ledger.Event;
import countersign.request.Role;
import countersign.request.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sealing of a file counts, from the ledger's events about it. The first one does, until two
 * people sign that the file is sealed anew: an operator proposes it, and the privacy officer or
 * counsel confirms it within a day. Then the first sealing after that counts. An event without
 * their signatures changes nothing. Stateless.
 */
public final class Resealings {
  /** How long a proposal can be confirmed. */
  static final Duration OPEN = Duration.ofHours(24);

  /** The fact of a proposal that says what is proposed. */
  static final String KIND = "kind";

  /** The value of that fact. */
  static final String RESEAL = "RESEAL";

  /** The fact with the number of the sealing that the two people want. */
  static final String GENERATION = "generation";

  /** The fact of a confirmation with the digest of the proposal's signature. */
  static final String PROPOSAL_SIGNATURE = "proposalSignature";

  /** The roles of which the second person has one. */
  static final Set<Role> CONFIRMING = Set.of(Role.PRIVACY_OFFICER, Role.COUNSEL);

  private final ActionSignatures signatures;

  /** Creates the rule, with the signatures that count. */
  public Resealings(ActionSignatures signatures) {
    this.signatures = signatures;
  }

  /**
   * What the events say.
   *
   * @param sealings the event of each sealing that counts or counted, by its number from 1; empty
   *     for one that is still to come
   * @param proposals the signed proposals to seal the file anew that nobody has confirmed
   */
  public record Found(List<Optional<Event>> sealings, List<Event> proposals) {
    /** Copies the lists. */
    public Found {
      sealings = List.copyOf(sealings);
      proposals = List.copyOf(proposals);
    }

    /** The number of the sealing that counts. */
    public int generation() {
      return sealings.size();
    }

    /** The event of the sealing that counts; empty if it is still to come. */
    Optional<Event> sealing() {
      return sealings.get(sealings.size() - 1);
    }

    /** The newest proposal that can be confirmed at that time. */
    Optional<Event> open(Instant at) {
      return proposals.stream()
          .filter(proposed -> at.isBefore(proposed.at().plus(OPEN)))
          .reduce((earlier, later) -> later);
    }
  }

  /**
   * Reads the events about one file.
   *
   * @param history all events about it, oldest first
   */
  public Found of(List<Event> history) {
    List<Optional<Event>> sealings = new ArrayList<>(List.of(Optional.empty()));
    List<Event> proposals = new ArrayList<>();
    for (Event event : history) {
      int last = sealings.size() - 1;
      if (isSealing(event) && sealings.get(last).isEmpty()) {
        sealings.set(last, Optional.of(event));
      } else if (isProposal(event, sealings.size())) {
        proposals.add(event);
      } else if (event.verb() == Verb.RESEAL
          && proposals.stream().anyMatch(proposed -> isConfirmed(proposed, event))) {
        sealings.add(Optional.empty());
        proposals.clear();
      }
    }
    return new Found(sealings, proposals);
  }

  private static boolean isSealing(Event event) {
    return event.verb() == Verb.SEAL || event.verb() == Verb.ACKNOWLEDGE;
  }

  private boolean isProposal(Event event, int generation) {
    return event.verb() == Verb.PROPOSE
        && RESEAL.equals(event.facts().get(KIND))
        && Integer.toString(generation + 1).equals(event.facts().get(GENERATION))
        && signer(event, Set.of(Role.OPERATOR)).isPresent();
  }

  private boolean isConfirmed(Event proposed, Event confirmed) {
    Optional<Enrolled> second = signer(confirmed, CONFIRMING);
    return second.isPresent()
        && digest(proposed).equals(confirmed.facts().get(PROPOSAL_SIGNATURE))
        && !confirmed.at().isBefore(proposed.at())
        && confirmed.at().isBefore(proposed.at().plus(OPEN))
        && !isSamePerson(proposed.actor().id(), second.get().key().account());
  }

  /** Whether two accounts are one person's. */
  boolean isSamePerson(String account, String other) {
    return signatures.enrolment().isSamePerson(account, other);
  }

  private Optional<Enrolled> signer(Event event, Set<Role> roles) {
    return signatures
        .signerOf(event)
        .filter(who -> who.person().roles().stream().anyMatch(roles::contains));
  }

  /** The digest of the signature below a proposal. */
  static String digest(Event proposed) {
    String signature = proposed.facts().getOrDefault(ActionSignatures.SIGNATURE, "");
    return Sha256.hex(signature.getBytes(StandardCharsets.US_ASCII));
  }
}
