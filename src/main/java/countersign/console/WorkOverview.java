package countersign.console;

import countersign.access.Account;
import countersign.access.Accounts;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Operations;
import countersign.operations.QueueStatus;
import countersign.request.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues and people told beside each other: who waits in front of what. Stateless. */
final class WorkOverview {
  private final Operations operations;
  private final Accounts accounts;

  WorkOverview(Operations operations, Accounts accounts) {
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

  private static @Nullable Integer consumers(QueueStatus status, List<Account> all) {
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
  static WorkQueue stage(@Nullable String word) {
    for (WorkQueue stage : WorkQueue.values()) {
      if (stage.word().equals(word)) {
        return stage;
      }
    }
    throw ApiException.of(ConsoleRefusal.C404_UNKNOWN, "No queue has this name.");
  }
}
