package countersign.accounts;

import countersign.accounts.AccountChanges.Kind;
import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.ledger.Event;
import countersign.request.Role;
import countersign.request.Verb;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the changes of an account that two administrators signed, from the signed bytes of the
 * ledger's events alone. Rows of a table, and events without a signature, make no change.
 * Stateless.
 */
public final class SignedChanges {
  /** The fact of a confirmation with the digest of the signature below the proposal. */
  static final String PROPOSAL_SIGNATURE = "proposalSignature";

  private static final String NUMBER = "proposal";

  private final ActionSignatures signatures;

  /** Creates the rule, with the signatures that count. */
  public SignedChanges(ActionSignatures signatures) {
    this.signatures = signatures;
  }

  /**
   * A change that two administrators signed.
   *
   * @param roles the roles of the account after the change; empty if the change leaves them
   */
  public record SignedChange(Kind kind, Set<Role> roles) {
    /** Makes an immutable copy of the roles. */
    public SignedChange {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * The change that two administrators signed under this number.
   *
   * @param account the account that is changed
   * @param number number of the proposal
   * @param events the proposals and confirmations about the account, oldest first
   * @return empty unless two different enrolled administrators, of whom neither is the account's
   *     person, signed the proposal and its confirmation within the time of a proposal
   */
  public Optional<SignedChange> of(String account, String number, List<Event> events) {
    for (Event confirmed : about(Verb.AMEND, number, events)) {
      for (Event proposed : about(Verb.PROPOSE, number, events)) {
        if (isAbout(account, proposed, confirmed) && isSignedByTwo(account, proposed, confirmed)) {
          return Optional.of(
              new SignedChange(
                  Kind.valueOf(fact(proposed, "kind")), roles(fact(proposed, "roles"))));
        }
      }
    }
    return Optional.empty();
  }

  /** The digest of the signature below a proposal; empty if it has none. */
  static Optional<String> signatureOf(String number, List<Event> events) {
    return about(Verb.PROPOSE, number, events).stream()
        .map(proposed -> fact(proposed, ActionSignatures.SIGNATURE))
        .filter(signature -> !signature.isEmpty())
        .map(SignedChanges::digest)
        .findFirst();
  }

  private static List<Event> about(Verb verb, String number, List<Event> events) {
    return events.stream()
        .filter(event -> event.verb() == verb && number.equals(event.facts().get(NUMBER)))
        .toList();
  }

  private static boolean isAbout(String account, Event proposed, Event confirmed) {
    String subject = "account/" + account;
    return proposed.subject().equals(subject)
        && confirmed.subject().equals(subject)
        && Objects.equals(proposed.facts().get("kind"), confirmed.facts().get("kind"))
        && Objects.equals(proposed.facts().get("roles"), confirmed.facts().get("roles"))
        && digest(fact(proposed, ActionSignatures.SIGNATURE))
            .equals(confirmed.facts().get(PROPOSAL_SIGNATURE))
        && !confirmed.at().isBefore(proposed.at())
        && confirmed.at().isBefore(proposed.at().plus(AccountChanges.OPEN));
  }

  private boolean isSignedByTwo(String account, Event proposed, Event confirmed) {
    Optional<Enrolled> proposer = administrator(proposed);
    Optional<Enrolled> second = administrator(confirmed);
    if (proposer.isEmpty() || second.isEmpty()) {
      return false;
    }
    String one = proposer.get().key().account();
    String two = second.get().key().account();
    Enrolment people = signatures.enrolment();
    return !people.isSamePerson(one, two)
        && !people.isSamePerson(account, one)
        && !people.isSamePerson(account, two);
  }

  private Optional<Enrolled> administrator(Event event) {
    return signatures
        .signerOf(event)
        .filter(who -> who.person().roles().contains(Role.ADMINISTRATOR));
  }

  private static Set<Role> roles(String words) {
    return words.isEmpty()
        ? Set.of()
        : Arrays.stream(words.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
  }

  private static String digest(String signature) {
    return Sha256.hex(signature.getBytes(StandardCharsets.US_ASCII));
  }

  private static String fact(Event event, String name) {
    return Objects.requireNonNullElse(event.facts().get(name), "");
  }
}
