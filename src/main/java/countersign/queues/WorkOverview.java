package countersign.queues;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.console.ApiException;
import countersign.console.ConsoleRefusal;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Operations;
import countersign.operations.QueueStatus;
import countersign.request.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queues of the broker and of people in one list, with their consumers. Stateless. */
final class WorkOverview {
  private final Operations operations;
  private final Accounts accounts;

  WorkOverview(Operations operations, Accounts accounts) {
    this.operations = operations;
    this.accounts = accounts;
  }

  /** All queues in processing order. Consumers of a queue for people are accounts with its role. */
  List<QueueJson> all() {
    List<Account> all = accounts.all();
    return operations.queues().stream()
        .map(status -> QueueJson.of(status, consumers(status, all)))
        .toList();
  }

  private static @Nullable Integer consumers(QueueStatus status, List<Account> all) {
    return switch (status.queue()) {
      case ENDORSE -> holders(all, Role.FIRST_REVIEWER);
      case COUNTERSIGN -> holders(all, Role.COUNTERSIGNER);
      case READ, JUDGE, ACKNOWLEDGE, LOOKUP, RELEASE, SEAL, DELIVER -> status.consumers();
    };
  }

  private static int holders(List<Account> all, Role role) {
    return (int) all.stream().filter(account -> account.roles().contains(role)).count();
  }

  /**
   * The queue with this stored name.
   *
   * @throws ApiException if no queue has this name
   */
  static WorkQueue queue(@Nullable String name) {
    for (WorkQueue queue : WorkQueue.values()) {
      if (queue.queueName().equals(name)) {
        return queue;
      }
    }
    throw ApiException.of(ConsoleRefusal.C404_UNKNOWN, "No queue has this name.");
  }
}
