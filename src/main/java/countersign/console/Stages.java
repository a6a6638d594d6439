package countersign.console;

import countersign.access.Account;
import countersign.access.Accounts;
import countersign.lifecycle.Stage;
import countersign.operations.Operations;
import countersign.operations.StageStatus;
import countersign.request.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues and people told beside each other: who waits in front of what. Stateless. */
final class Stages {
  private final Operations operations;
  private final Accounts accounts;

  Stages(Operations operations, Accounts accounts) {
    this.operations = operations;
    this.accounts = accounts;
  }

  /** Every stage in the order of the way; for people, accounts that may take it are consumers. */
  List<QueueJson> all() {
    List<Account> all = accounts.all();
    return operations.stages().stream()
        .map(stage -> QueueJson.of(stage, consumers(stage, all)))
        .toList();
  }

  private static @Nullable Integer consumers(StageStatus status, List<Account> all) {
    return switch (status.stage()) {
      case ENDORSE -> holders(all, Role.FIRST_REVIEWER);
      case COUNTERSIGN -> holders(all, Role.COUNTERSIGNER);
      case READ, JUDGE, ACKNOWLEDGE, LOOKUP, RELEASE, SEAL, DELIVER -> status.consumers();
    };
  }

  private static int holders(List<Account> all, Role role) {
    return (int) all.stream().filter(account -> account.roles().contains(role)).count();
  }

  /** The stage of that word, or a fault. */
  static Stage stage(@Nullable String word) {
    for (Stage stage : Stage.values()) {
      if (stage.word().equals(word)) {
        return stage;
      }
    }
    throw Fault.of(Refusal.C404_UNKNOWN, "There is no queue of that name.");
  }
}
