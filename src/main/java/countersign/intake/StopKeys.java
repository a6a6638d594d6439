package countersign.intake;

import countersign.screening.MatchKeys;
import countersign.stops.ScopeKeys;
import countersign.vault.KeyDestroyed;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** {@link ScopeKeys} under the keys of the requests' own hashes. Stateless, thread-safe. */
final class StopKeys implements ScopeKeys {
  private final Vault vault;
  private final Clock clock;

  StopKeys(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public List<String> ofPerson(String number, Collection<String> agencies) {
    return hashes(Set.of(MatchKeys.ofNumber(number)), KeyedHashes.SUBJECT, agencies);
  }

  @Override
  public List<String> ofStates(Set<String> states, Collection<String> agencies) {
    return hashes(states, KeyedHashes.STATE, agencies);
  }

  private List<String> hashes(Set<String> forms, String kind, Collection<String> agencies) {
    int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    List<String> hashes = new ArrayList<>();
    for (String agency : agencies) {
      for (int of = year - 1; of <= year + YEARS_AHEAD; of++) {
        add(hashes, forms, kind, agency, of);
      }
    }
    return hashes;
  }

  private void add(List<String> hashes, Set<String> forms, String kind, String agency, int year) {
    try {
      for (String form : forms) {
        hashes.add(HexFormat.of().formatHex(vault.index(agency, year, kind).hash(form)));
      }
    } catch (KeyDestroyed e) {
      return; // no request of that year is compared any more
    }
  }
}
