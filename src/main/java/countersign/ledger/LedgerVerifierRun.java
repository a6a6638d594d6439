package countersign.ledger;

import countersign.ledger.VerificationResult.Inconsistent;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the verifier. Use an instance once; it reports the first fault. */
final class LedgerVerifierRun {
  private final LogKey log;
  private final LedgerSource source;
  private final Collection<String> keptNotes;
  private final PriorityQueue<SignedNote> kept =
      new PriorityQueue<>((a, b) -> Long.compare(a.size(), b.size()));
  private final Frontier tree = new Frontier(0, List.of());
  private long checkpoints;
  private long covered;
  private Instant signedBefore = Instant.MIN;
  private @Nullable Inconsistent fault;

  LedgerVerifierRun(LogKey log, LedgerSource source, Collection<String> keptNotes) {
    this.log = log;
    this.source = source;
    this.keptNotes = List.copyOf(keptNotes);
  }

  VerificationResult run() {
    openKept();
    try (Stream<LedgerSource.Leaf> leaves = source.leaves();
        Stream<LedgerSource.Subtree> subtrees = source.subtrees();
        Stream<Checkpoint> signed = source.checkpoints()) {
      walk(leaves.iterator(), subtrees.iterator(), new Peeking(signed.iterator()));
    }
    if (fault == null) {
      fault = source.otherFault().orElse(null);
    }
    return fault != null
        ? fault
        : new VerificationResult.Consistent(tree.size(), checkpoints, tree.root());
  }

  private void openKept() {
    for (String note : keptNotes) {
      Optional<SignedNote> opened = SignedNote.open(log, note);
      opened.ifPresent(kept::add);
      if (opened.isEmpty()) {
        reportFault(
            "The checkpoint that you saved does not belong to this ledger.",
            "a signature of " + log,
            "none");
      }
    }
  }

  private void walk(
      Iterator<LedgerSource.Leaf> leaves, Iterator<LedgerSource.Subtree> subtrees, Peeking signed) {
    while (fault == null && leaves.hasNext()) {
      take(leaves.next(), subtrees);
      compareSigned(signed);
    }
    if (fault == null) {
      compareEnds(signed.peek(), subtrees);
    }
  }

  private void compareEnds(@Nullable Checkpoint beyond, Iterator<LedgerSource.Subtree> subtrees) {
    if (beyond != null) {
      reportFault(
          "The end of the ledger is missing: checkpoint %d covers more events."
              .formatted(beyond.size()),
          beyond.size() + " events",
          tree.size() + " events");
    }
    if (covered != tree.size()) {
      reportFault(
          "The last checkpoint is missing: no event is sealed without one.",
          "a checkpoint of %d events".formatted(tree.size()),
          "the last covers " + covered);
    }
    if (!kept.isEmpty()) {
      reportFault(
          "The end of the ledger is missing: the checkpoint that you saved covers more events.",
          kept.element().size() + " events",
          tree.size() + " events");
    }
    if (subtrees.hasNext()) {
      reportFault(
          "The ledger has a subtree that belongs to no event.", "none", place(subtrees.next()));
    }
  }

  private void take(LedgerSource.Leaf leaf, Iterator<LedgerSource.Subtree> subtrees) {
    if (leaf.index() != tree.size()) {
      reportFault(
          "Leaf %d is missing, or exists twice.".formatted(tree.size()),
          "index " + tree.size(),
          "index " + leaf.index());
      return;
    }
    if (leaf.event() == null) {
      reportFault(
          "Leaf %d: its event is missing.".formatted(leaf.index()),
          leaf.recorded().hex(),
          "no event");
      return;
    }
    Hash hash = Hash.leaf(leaf.event());
    if (!hash.equals(leaf.recorded())) {
      reportFault(
          "Leaf %d: its event differs from the one that was logged.".formatted(leaf.index()),
          leaf.recorded().hex(),
          hash.hex());
      return;
    }
    tree.append(hash, (node, completed) -> compareSubtree(node, completed, subtrees));
  }

  private void compareSubtree(
      MerkleTree.Node node, Hash completed, Iterator<LedgerSource.Subtree> subtrees) {
    if (fault != null || !source.keepsSubtrees()) {
      return;
    }
    LedgerSource.Subtree wanted = new LedgerSource.Subtree(node.level(), node.index(), completed);
    LedgerSource.Subtree stored = subtrees.hasNext() ? subtrees.next() : null;
    long first = node.index() << node.level();
    long last = first + (1L << node.level()) - 1;
    if (stored == null || stored.level() != node.level() || stored.index() != node.index()) {
      reportFault(
          "The subtree over leaves %d to %d is missing.".formatted(first, last),
          place(wanted),
          stored == null ? "none" : place(stored));
    } else if (!stored.hash().equals(completed)) {
      reportFault(
          "Leaves %d to %d differ from the ones that were logged.".formatted(first, last),
          stored.hash().hex(),
          completed.hex());
    }
  }

  private void compareSigned(Peeking signed) {
    Checkpoint next = signed.peek();
    while (fault == null && next != null && next.size() <= tree.size()) {
      compare(next);
      signed.take();
      next = signed.peek();
    }
    while (fault == null && !kept.isEmpty() && kept.element().size() <= tree.size()) {
      checkpoints++;
      compareRoot("The checkpoint that you saved", kept.remove());
    }
  }

  private void compare(Checkpoint checkpoint) {
    String name = "Checkpoint " + checkpoint.size();
    Optional<SignedNote> opened = SignedNote.open(log, checkpoint.note());
    checkpoints++;
    covered = checkpoint.size();
    if (opened.isEmpty()) {
      reportFault(name + ": its note has no valid signature.", "a signature of " + log, "none");
      return;
    }
    SignedNote note = opened.get();
    compareRoot(name, note);
    if (fault == null && !note.equals(new SignedNote(checkpoint.size(), checkpoint.root()))) {
      reportFault(
          name + ": its row differs from its note.",
          note.size() + " events, root " + note.root(),
          checkpoint.size() + " events, root " + checkpoint.root());
    }
    if (fault == null && checkpoint.at().isBefore(signedBefore)) {
      reportFault(
          name + ": it is older than the previous one.",
          signedBefore + " or later",
          checkpoint.at().toString());
    }
    signedBefore = checkpoint.at();
  }

  private void compareRoot(String name, SignedNote note) {
    if (fault != null) {
      return;
    }
    if (note.size() != tree.size()) {
      reportFault(name + " is out of order.", tree.size() + " events", note.size() + " events");
    } else if (!note.root().equals(tree.root())) {
      reportFault(
          "%s: the %d events up to it differ from the events that it signed."
              .formatted(name, note.size()),
          note.root().hex(),
          tree.root().hex());
    }
  }

  private static String place(LedgerSource.Subtree subtree) {
    return "level %d, index %d".formatted(subtree.level(), subtree.index());
  }

  private void reportFault(String what, String expected, String found) {
    if (fault == null) {
      fault = new Inconsistent(what, expected, found);
    }
  }

  /** An iterator over checkpoints that can return the next one without moving. */
  private static final class Peeking {
    private final Iterator<Checkpoint> rest;
    private @Nullable Checkpoint next;

    Peeking(Iterator<Checkpoint> rest) {
      this.rest = rest;
      take();
    }

    @Nullable Checkpoint peek() {
      return next;
    }

    void take() {
      next = rest.hasNext() ? rest.next() : null;
    }
  }
}
