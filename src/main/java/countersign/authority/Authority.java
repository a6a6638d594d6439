package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
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
  private final @Nullable RuleSet rules;
  private final String ruleSet;

  /**
   * A snapshot.
   *
   * @param environment of this gateway
   * @param posture null: none that carries two good signatures, so nothing is disclosed
   * @param rules null: none that carry two good signatures, so nothing is disclosed
   */
  public Authority(
      Environment environment,
      Registers registers,
      @Nullable Posture posture,
      @Nullable RuleSet rules) {
    this.environment = environment;
    this.registers = registers;
    this.posture = posture;
    this.rules = rules;
    this.ruleSet = rules == null ? "none" : rules.ruleSet(registers.agreements().values());
  }

  /**
   * What a configuration permits: documents that need two signatures and lack them are as absent.
   */
  public static Authority of(Configuration configuration) {
    return new DocumentReader(configuration, Document::counts).read();
  }

  /**
   * What a configuration would permit once all of it is signed. For trying a file out, never for
   * running.
   */
  public static Authority asWritten(Configuration configuration) {
    return new DocumentReader(configuration, document -> true).read();
  }

  /** The same registers, agreements and rules in a gateway of another environment. */
  public Authority in(Environment other) {
    return new Authority(other, registers, posture, rules);
  }

  /** The same registers and agreements under other rules: for comparing, never for running. */
  public Authority under(@Nullable RuleSet others) {
    return new Authority(environment, registers, posture, others);
  }

  /** This gateway's environment. */
  public Environment environment() {
    return environment;
  }

  /**
   * Version of the rules in force and hash of them and of every condition that an agreement adds,
   * stored with every decision; {@code none} without rules.
   */
  public String ruleSet() {
    return ruleSet;
  }

  /** The rules in force; empty: nothing may be disclosed. */
  public Optional<RuleSet> rules() {
    return Optional.ofNullable(rules);
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

  /** The agreement, if it is in force on that day for that agency in this environment. */
  public Optional<Agreement> agreementInForce(String id, String agency, LocalDate day) {
    return agreement(id).filter(agreement -> agreement.inForce(day, agency, environment));
  }

  /** Every agreement, in force or not. */
  public Collection<Agreement> agreements() {
    return registers.agreements().values();
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
    return rules != null
        && posture().filter(word -> word.environment() == environment).isPresent()
        && posture().map(word -> word.switchesOn(agreement.id(), today)).orElse(false);
  }

  private boolean ordered(Agreement agreement, LocalDate today) {
    return posture().map(word -> word.forbids(agreement.id(), today)).orElse(false);
  }
}
