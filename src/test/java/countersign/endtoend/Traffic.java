package countersign.endtoend;

import countersign.demo.DemoConnection;
import countersign.demo.DemoPartner;
import countersign.demo.ExpectedOutcome;
import countersign.demo.RequestFiles;
import countersign.demo.Reviewers;
import countersign.demo.SyntheticPeople;
import countersign.demo.SyntheticPerson;
import countersign.request.FileId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A partner that continues to send and two reviewers that continue to approve, even if the gateway
 * is killed between two of their calls.
 */
final class Traffic {
  private final Path connectionFile;
  private final RequestFiles files;
  private final Set<FileId> sent = new TreeSet<>();

  Traffic(Path home, List<SyntheticPerson> people) {
    this.connectionFile = home.resolve("connection.json");
    this.files = new RequestFiles(people, Clock.systemUTC());
  }

  static Traffic of(Path home) {
    return new Traffic(home, SyntheticPeople.make(10_000, 20261124L));
  }

  Set<FileId> sent() {
    return Set.copyOf(sent);
  }

  /**
   * Sends a file with some valid and some refused requests. After an interrupted upload it sends
   * the file again under the same number; a file that was renamed before the connection broke
   * counts as sent, although the partner got no confirmation.
   */
  void send() throws IOException {
    DemoConnection connection = DemoConnection.read(connectionFile);
    try (DemoPartner partner = DemoPartner.of(connection, Clock.systemUTC())) {
      int sequence = partner.nextSequence();
      FileId id = files.id(sequence);
      sent.add(id);
      partner.send(files.header(id, sequence), some(sequence));
    }
  }

  private List<ExpectedOutcome> some(int sequence) {
    List<ExpectedOutcome> chosen = new ArrayList<>();
    int refused = 0;
    int unmatched = 0;
    for (ExpectedOutcome one : files.forty(sequence)) {
      boolean good = one.outcome() == ExpectedOutcome.Outcome.DISCLOSED && chosen.size() < 8;
      boolean no = one.outcome() == ExpectedOutcome.Outcome.REFUSED && refused++ < 2;
      boolean none = one.outcome() == ExpectedOutcome.Outcome.UNMATCHED && unmatched++ < 1;
      if (good || no || none) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  /** Approves every waiting case. */
  void sign() throws IOException {
    Reviewers reviewers = new Reviewers(DemoConnection.read(connectionFile));
    for (FileId file : sent()) {
      for (String request : reviewers.waiting("adams", file)) {
        reviewers.sign("adams", file, request, "endorse");
      }
      for (String request : reviewers.waiting("baker", file)) {
        reviewers.sign("baker", file, request, "countersign");
      }
    }
  }
}
