package countersign.authority;

import java.util.List;

/** Adds conditions to agreements. */
public final class TestConditions {
  private TestConditions() {}

  /** The same agreement with these conditions instead of its own. */
  public static Agreement with(Agreement agreement, Condition... conditions) {
    return new Agreement(
        agreement.id(),
        agreement.environments(),
        agreement.agencies(),
        agreement.authority(),
        agreement.firstDay(),
        agreement.lastDay(),
        agreement.zone(),
        agreement.statutes(),
        agreement.purposes(),
        agreement.elements(),
        agreement.attestationText(),
        agreement.lexiconAdditions(),
        List.of(conditions),
        agreement.limits(),
        agreement.schedule());
  }
}
