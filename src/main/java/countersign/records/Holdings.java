package countersign.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows found for a slice, indexed by taxpayer number and by birth date. */
final class Holdings {
  private final Map<String, List<FoundRecord>> byTin = new HashMap<>();
  private final Map<String, List<FoundRecord>> byBirthDate = new HashMap<>();

  Holdings(List<FoundRecord> found) {
    for (FoundRecord row : found) {
      byTin.computeIfAbsent(row.tin(), tin -> new ArrayList<>()).add(row);
      if (row.birthDate() != null) {
        byBirthDate.computeIfAbsent(row.birthDate(), date -> new ArrayList<>()).add(row);
      }
    }
  }

  /** Every row of one taxpayer; empty if there is none. */
  List<FoundRecord> of(String tin) {
    return byTin.getOrDefault(tin, List.of());
  }

  /** Every row of people born on that day, {@code YYYY-MM-DD}; empty if there is none. */
  List<FoundRecord> bornOn(String date) {
    return byBirthDate.getOrDefault(date, List.of());
  }
}
