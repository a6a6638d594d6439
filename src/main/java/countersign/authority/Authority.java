package countersign.authority;

import countersign.request.Environment;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that configuration says about who may ask whom for what, as it was at start-up.
 * Immutable.
 */
public final class Authority {

  /**
   * The registers, each by id.
   *
   * @param partners by partner id
   * @param agreements by agreement id
   * @param officials by register id
   * @param delegations by instrument id
   * @param officers by officer id
   * @param safeguards by agency
   */
  public record Registers(
      Map<String, Partner> partners,
      Map<String, Agreement> agreements,
      Map<String, Official> officials,
      Map<String, Delegation> delegations,
      Map<String, Officer> officers,
      Map<String, Safeguards> safeguards) {
    /** Copies the maps in. */
    public Registers {
      partners = Map.copyOf(partners);
      agreements = Map.copyOf(agreements);
      officials = Map.copyOf(officials);
      delegations = Map.copyOf(delegations);
      officers = Map.copyOf(officers);
      safeguards = Map.copyOf(safeguards);
    }
  }

  private final Environment environment;
  private final Registers registers;
  private final @Nullable Posture posture;
  private final String ruleSet;

  /**
   * A snapshot.
   *
   * @param environment of this gateway
   * @param posture null: none that carries two good signatures, so nothing is disclosed
   * @param ruleSet version and hash of the rules in force
   */
  public Authority(
      Environment environment, Registers registers, @Nullable Posture posture, String ruleSet) {
    this.environment = environment;
    this.registers = registers;
    this.posture = posture;
    this.ruleSet = ruleSet;
  }

  /** This gateway's environment. */
  public Environment environment() {
    return environment;
  }

  /** Version and hash of the rules in force, stored with every decision. */
  public String ruleSet() {
    return ruleSet;
  }

  /** The partner of that id. */
  public Optional<Partner> partner(String id) {
    return Optional.ofNullable(registers.partners().get(id));
  }

  /** Every partner. */
  public Collection<Partner> partners() {
    return registers.partners().values();
  }

  /** The agreement of that id, in force or not. */
  public Optional<Agreement> agreement(String id) {
    return Optional.ofNullable(registers.agreements().get(id));
  }

  /** The registered official. */
  public Optional<Official> official(String registerId) {
    return Optional.ofNullable(registers.officials().get(registerId));
  }

  /** The delegation instrument. */
  public Optional<Delegation> delegation(String id) {
    return Optional.ofNullable(registers.delegations().get(id));
  }

  /** The enrolled officer. */
  public Optional<Officer> officer(String officerId) {
    return Optional.ofNullable(registers.officers().get(officerId));
  }

  /** The agency's safeguards status; empty if none is registered, which counts as not met. */
  public Optional<Safeguards> safeguards(String agency) {
    return Optional.ofNullable(registers.safeguards().get(agency));
  }

  /** Counsel's posture; empty: nothing may be disclosed. */
  public Optional<Posture> posture() {
    return Optional.ofNullable(posture);
  }

  /**
   * What blocks disclosure under an agreement to an agency right now: A100, A103, A104; empty if
   * nothing does.
   */
  public List<ReasonCode> blocks(Agreement agreement, String agency, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, agreement.zone());
    List<ReasonCode> blocks = new ArrayList<>();
    if (!switchedOn(agreement, today)) {
      blocks.add(ReasonCode.A100_DISCLOSURE_DISABLED);
    }
    if (!safeguards(agency).map(safeguards -> safeguards.metOn(today)).orElse(false)) {
      blocks.add(ReasonCode.A103_SAFEGUARDS_NOT_MET);
    }
    if (ordered(agreement, today)) {
      blocks.add(ReasonCode.A104_COURT_ORDER_IN_FORCE);
    }
    return List.copyOf(blocks);
  }

  private boolean switchedOn(Agreement agreement, LocalDate today) {
    Posture word = posture;
    return word != null
        && word.environment() == environment
        && word.agreements().contains(agreement.id())
        && !today.isBefore(word.firstDay())
        && !today.isAfter(word.lastDay());
  }

  private boolean ordered(Agreement agreement, LocalDate today) {
    Posture word = posture;
    return word != null
        && word.courtOrders().stream()
            .anyMatch(
                order ->
                    !today.isBefore(order.since())
                        && (order.agreement().equals("*")
                            || order.agreement().equals(agreement.id())));
  }
}
