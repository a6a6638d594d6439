package countersign.policy;

import countersign.authority.Authority;
import countersign.authority.RuleSet;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Applies the rules to a header or a request. Collects every objection, not only the first, so that
 * a partner can correct all of them at once. A rule is not applied before its first day. Rules that
 * need other requests or files are applied by intake, in the database. Stateless.
 */
public final class Policy {
  private static final Comparator<ReasonCode> BY_NAME = Comparator.comparing(Enum::name);
  private final Authority authority;

  /** Creates a policy that uses these registers. */
  public Policy(Authority authority) {
    this.authority = authority;
  }

  /** Ids of the rules that apply on that day. */
  public static List<String> applied(RuleSet rules, LocalDate day) {
    return Stream.concat(
            rules().stream().map(Rule::id),
            EnvelopeAndFileRules.early().stream().map(EnvelopeAndFileRules.Named::id))
        .distinct()
        .filter(id -> isApplied(id, rules, day))
        .toList();
  }

  /** Every code that the file-wide rules can give on that day. */
  public static Set<ReasonCode> ofWholeFile(RuleSet rules, LocalDate day) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    EnvelopeAndFileRules.overFiles()
        .filter(rule -> isApplied(rule.id(), rules, day))
        .forEach(rule -> codes.addAll(rule.codes()));
    return codes;
  }

  /**
   * Whether a rule applies on that day. A rule with several ids applies from the earliest of their
   * first days. Rules that switch disclosure on, and rules that define a readable file, always
   * apply.
   */
  static boolean isApplied(String id, RuleSet rules, LocalDate day) {
    return EnvelopeAndFileRules.ALWAYS.contains(id)
        || ids(id).stream().anyMatch(one -> rules.inForce(one, day));
  }

  /** Expands an id: {@code R23-R25, R27} gives four ids. */
  static List<String> ids(String id) {
    return Arrays.stream(id.split(", ", -1)).flatMap(Policy::range).toList();
  }

  private static Stream<String> range(String part) {
    String[] ends = part.replace("R", "").split("-", -1);
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
        .mapToObj(number -> "R" + number);
  }

  /** Every rule about one header or one request, in the order of the statute. */
  public static List<Rule<?, ?>> rules() {
    List<Rule<?, ?>> rules = new ArrayList<>(HeaderRules.all());
    rules.addAll(RequestRules.all());
    return List.copyOf(rules);
  }

  /** Names of the fields that the rules about one request look at before they give this code. */
  public static List<String> fieldsOf(ReasonCode code) {
    return RequestRules.all().stream()
        .filter(rule -> rule.codes().contains(code))
        .flatMap(rule -> rule.fields().stream())
        .distinct()
        .toList();
  }

  /**
   * Stage 4: every code of a header, sorted, without duplicates.
   *
   * @param agency agency of the partner in whose inbox the file was
   * @param receivedAt first pick-up
   */
  public List<ReasonCode> screenHeader(
      RequestHeader header, FileId file, String agency, Instant receivedAt) {
    HeaderContext context = HeaderContext.of(authority, header, file, agency, receivedAt);
    return judge(
        HeaderRules.all().stream()
            .filter(
                rule ->
                    authority
                        .rules()
                        .map(rules -> isApplied(rule.id(), rules, context.day().local()))
                        .orElse(true))
            .toList(),
        header,
        context);
  }

  /**
   * Stage 5: every code of one request, from the rules and the agreement's conditions, sorted,
   * without duplicates. Uses no record and no other request.
   */
  public List<ReasonCode> screen(Request request, RequestContext context) {
    List<ReasonCode> found = judge(context.applied(), request, context);
    if (context.agreement().conditions().isEmpty()) {
      return found;
    }
    List<ReasonCode> all = new ArrayList<>(found);
    all.addAll(AddedConditions.codes(request, context.agreement(), context.day()));
    return all.stream().distinct().sorted(BY_NAME).toList();
  }

  /**
   * The agreement's conditions that object to a request, in the format stored with the decision;
   * empty if none does.
   */
  public List<String> objectingConditions(Request request, RequestContext context) {
    return AddedConditions.objections(request, context.agreement(), context.day());
  }

  private static <S, C> List<ReasonCode> judge(List<Rule<S, C>> rules, S subject, C context) {
    List<ReasonCode> found = new ArrayList<>();
    for (Rule<S, C> rule : rules) {
      List<ReasonCode> given = rule.objectTo(subject, context);
      if (!given.isEmpty()) {
        found.addAll(given);
      }
    }
    return found.isEmpty() ? List.of() : found.stream().distinct().sorted(BY_NAME).toList();
  }
}
