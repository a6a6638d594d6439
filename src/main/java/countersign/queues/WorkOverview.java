package countersign.queues;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Operations;
import countersign.operations.QueueStatus;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.reviewdesk.ControlCases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queues of the broker and of people in one list, with their consumers. Stateless. */
final class WorkOverview {
  private final Operations operations;
  private final Accounts accounts;
  private final ControlCases controls;

  WorkOverview(Operations operations, Accounts accounts, ControlCases controls) {
    this.operations = operations;
    this.accounts = accounts;
    this.controls = controls;
  }

  /** All queues in processing order. Consumers of a queue for people are accounts with its role. */
  List<QueueJson> all(Caller reader) {
    List<Account> all = accounts.all();
    return operations.queues().stream()
        .map(status -> QueueJson.of(asSeen(status, reader), consumers(status, all)))
        .toList();
  }

  /** For a reviewer control cases count as cases, or the numbers would betray them. */
  private QueueStatus asSeen(QueueStatus status, Caller reader) {
    long more =
        ControlCases.isFor(reader.reviewer())
            ? switch (status.queue()) {
              case ENDORSE -> controls.waiting(RequestState.DRAFTED);
              case COUNTERSIGN -> controls.waiting(RequestState.ENDORSED);
              case READ, JUDGE, ACKNOWLEDGE, LOOKUP, RELEASE, SEAL, DELIVER -> 0;
            }
            : 0;
    return new QueueStatus(
        status.queue(),
        status.depth() + more,
        status.oldest(),
        status.consumers(),
        status.messages(),
        status.waiting(),
        status.parked(),
        status.waitsUntil(),
        status.age());
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
