package countersign.approval;

import countersign.authority.Authority;
import countersign.authority.Enrolment.Enrolled;
import countersign.request.PersonName;
import countersign.request.Request;
import countersign.statement.RequestInContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides whether a person has another part in a request: the person asks, is an officer who
 * receives the answer, or signed the configuration under which it is given. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R51</a>
 */
public final class Independence {
  private final Authority authority;

  public Independence(Authority authority) {
    this.authority = authority;
  }

  public boolean hasOtherPart(Enrolled who, RequestInContext asked) {
    return authority.enrolment().signedTheConfiguration(who.person())
        || asked.isAskedBy(who.key().account())
        || asked.isAskedBy(who.person().id())
        || names(asked).anyMatch(name -> PersonName.alike(name, who.person().name()));
  }

  /** Names of the requesting official and of the officers, from the register and the request. */
  private Stream<String> names(RequestInContext asked) {
    List<Request.Officer> officers = asked.request().officers();
    return Stream.of(
            Stream.ofNullable(asked.requester())
                .flatMap(id -> authority.official(id).stream())
                .map(official -> official.name()),
            officers.stream().map(Request.Officer::name).filter(Objects::nonNull),
            officers.stream()
                .map(Request.Officer::officerId)
                .filter(Objects::nonNull)
                .flatMap(id -> authority.officer(id.strip()).stream())
                .map(officer -> officer.name()))
        .flatMap(names -> names);
  }
}
