package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.Section;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration permits: who may ask whom for what. Documents that come into force while
 * the gateway runs replace the earlier ones all at once; {@link #atOneTime} keeps what is in force
 * now. Thread-safe.
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
    /** Makes immutable copies of the maps. */
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
  private final @Nullable RuleSet rules;
  private final Enrolment enrolment;
  private volatile InForce now;

  /** What a reload may replace. */
  private record InForce(
      Registers registers, @Nullable Posture posture, String ruleSet, long version) {}

  /** Creates a snapshot in which no person's decision counts. */
  public Authority(
      Environment environment,
      Registers registers,
      @Nullable Posture posture,
      @Nullable RuleSet rules) {
    this(environment, registers, posture, rules, Enrolment.NONE);
  }

  /**
   * Creates a snapshot.
   *
   * @param environment of this gateway
   * @param posture null if no posture carries two valid signatures; nothing is disclosed then
   * @param rules null if no rules carry two valid signatures; nothing is disclosed then
   * @param enrolment the people whose decisions count
   */
  public Authority(
      Environment environment,
      Registers registers,
      @Nullable Posture posture,
      @Nullable RuleSet rules,
      Enrolment enrolment) {
    this.environment = environment;
    this.rules = rules;
    this.enrolment = enrolment;
    String ruleSet = rules == null ? "none" : rules.ruleSet(registers.agreements().values());
    this.now = new InForce(registers, posture, ruleSet, 0);
  }

  /** What is in force now; later changes do not reach it. */
  public Authority atOneTime() {
    InForce current = now;
    return new Authority(environment, current.registers, current.posture, rules, enrolment);
  }

  /**
   * Replaces registers, agreements and posture by those of another one. Environment, rules and
   * enrolment stay.
   */
  synchronized void become(Authority next) {
    InForce other = next.now;
    now = new InForce(other.registers, other.posture, other.ruleSet, now.version + 1);
  }

  /** How often documents came into force since the start: another number after each reload. */
  public long version() {
    return now.version;
  }

  /**
   * What a configuration permits; a document that needs two signatures and lacks them counts as
   * absent.
   */
  public static Authority of(Configuration configuration) {
    return new DocumentReader(configuration, Document::counts).read();
  }

  /**
   * What a configuration would permit once every document is signed. Only for trying a file out,
   * never for running the gateway.
   */
  public static Authority asWritten(Configuration configuration) {
    return new DocumentReader(configuration, document -> true).read();
  }

  /** The people of one register, as they count in an environment. */
  public static Enrolment enrolment(Section register, Environment environment) {
    return DocumentReader.enrolment(register, Set.of(), environment);
  }

  /** The same registers, agreements and rules in another environment. */
  public Authority in(Environment other) {
    InForce current = now;
    return new Authority(other, current.registers, current.posture, rules, enrolment);
  }

  /**
   * The same registers and agreements under other rules. Only for comparing, never for running the
   * gateway.
   */
  public Authority under(@Nullable RuleSet others) {
    InForce current = now;
    return new Authority(environment, current.registers, current.posture, others, enrolment);
  }

  /** This gateway's environment. */
  public Environment environment() {
    return environment;
  }

  /**
   * Version of the rules in force and a hash of the rules and of every condition that an agreement
   * adds; stored with every decision. {@code none} if there are no rules.
   */
  public String ruleSet() {
    return now.ruleSet;
  }

  /** The rules in force; if empty, nothing may be disclosed. */
  public Optional<RuleSet> rules() {
    return Optional.ofNullable(rules);
  }

  /** The people whose decisions count. */
  public Enrolment enrolment() {
    return enrolment;
  }

  /** The partner with this id; empty if none is configured. */
  public Optional<Partner> partner(String id) {
    return Optional.ofNullable(now.registers.partners().get(id));
  }

  /** Every partner. */
  public Collection<Partner> partners() {
    return now.registers.partners().values();
  }

  /**
   * Such as {@code dhs-ice/outbox}, for each inbox and outbox to which its partner's document gives
   * another name.
   */
  public Set<String> renamedFolders() {
    Set<String> renamed = new TreeSet<>();
    partners()
        .forEach(
            partner ->
                partner.settings().folders().renamed().stream()
                    .map(role -> partner.id() + "/" + role)
                    .forEach(renamed::add));
    return renamed;
  }

  /** The agreement with this id, in force or not. */
  public Optional<Agreement> agreement(String id) {
    return Optional.ofNullable(now.registers.agreements().get(id));
  }

  /** The agreement, if it is in force on this day for this agency in this environment. */
  public Optional<Agreement> agreementInForce(String id, String agency, LocalDate day) {
    return agreement(id).filter(agreement -> agreement.inForce(day, agency, environment));
  }

  /** Every agreement, in force or not. */
  public Collection<Agreement> agreements() {
    return now.registers.agreements().values();
  }

  /** The official with this register id. */
  public Optional<Official> official(String registerId) {
    return Optional.ofNullable(now.registers.officials().get(registerId));
  }

  /** The delegation with this instrument id. */
  public Optional<Delegation> delegation(String id) {
    return Optional.ofNullable(now.registers.delegations().get(id));
  }

  /** The officer with this id. */
  public Optional<Officer> officer(String officerId) {
    return Optional.ofNullable(now.registers.officers().get(officerId));
  }

  /** The ids of every officer in the register. */
  public Set<String> officers() {
    return now.registers.officers().keySet();
  }

  /** The agency's safeguards status; empty if none is registered, which counts as not met. */
  public Optional<Safeguards> safeguards(String agency) {
    return Optional.ofNullable(now.registers.safeguards().get(agency));
  }

  /** Counsel's posture; if empty, nothing may be disclosed. */
  public Optional<Posture> posture() {
    return Optional.ofNullable(now.posture);
  }

  /**
   * The reasons that block disclosure under this agreement to this agency now: A100, A103, A104.
   * Empty if nothing blocks it.
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
        && posture()
            .filter(current -> current.environment() == environment)
            .filter(current -> current.switchesOn(agreement.id(), today))
            .isPresent();
  }

  private boolean ordered(Agreement agreement, LocalDate today) {
    return posture().map(current -> current.forbids(agreement.id(), today)).orElse(false);
  }
}
