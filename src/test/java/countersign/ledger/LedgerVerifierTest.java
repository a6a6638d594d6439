package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verifier detects every changed, removed, added or moved row and reports its number. */
class LedgerVerifierTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

  private final LedgerVerifier verifier = new LedgerVerifier(LedgerFixtures.logKey());

  @Test
  void an_unchanged_ledger_verifies() {
    Kept kept = new Kept(5, 8, 13);

    assertThat(verifier.verify(kept, List.of()))
        .isEqualTo(new VerificationResult.Consistent(13, 3, kept.tree.root()))
        .hasToString("The ledger verifies: 13 events, 3 checkpoints, root " + kept.tree.root());
    assertThat(verifier.verify(new Kept(), List.of()))
        .isEqualTo(new VerificationResult.Consistent(0, 0, Hash.EMPTY));
  }

  @Test
  void an_edited_event_is_reported_with_both_hashes() {
    Kept kept = new Kept(5, 8);
    byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
    LedgerSource.Leaf old = kept.leaves.get(6);
    kept.leaves.set(6, new LedgerSource.Leaf(6, forged, old.recorded()));

    assertThat(verifier.verify(kept, List.of()))
        .hasToString(
            """
            S505_AUDIT_TAMPER  Leaf 6: its event differs from the one that was logged.
              expected  %s
              found     %s"""
                .formatted(old.recorded(), Hash.leaf(forged)));
  }

  @Test
  void an_edited_event_with_an_edited_hash_is_detected_by_its_subtree() {
    Kept kept = new Kept(5, 8);
    kept.forge(6);

    assertThat(what(kept)).isEqualTo("Leaves 6 to 7 differ from the ones that were logged.");
  }

  @Test
  void a_completely_recomputed_tree_is_detected_by_its_checkpoint() {
    Kept kept = new Kept(5, 8);
    kept.forge(6);
    kept.recomputeSubtrees();

    assertThat(what(kept))
        .isEqualTo("Checkpoint 8: the 8 events up to it differ from the events that it signed.");
  }

  @Test
  void a_removed_event_is_reported() {
    assertThat(whatAfter(kept -> kept.leaves.remove(3)))
        .isEqualTo("Leaf 3 is missing, or exists twice.");
    assertThat(
            whatAfter(
                kept ->
                    kept.leaves.set(
                        3, new LedgerSource.Leaf(3, null, kept.leaves.get(3).recorded()))))
        .isEqualTo("Leaf 3: its event is missing.");
  }

  @Test
  void events_removed_from_the_end_are_detected_by_the_last_checkpoint() {
    assertThat(whatAfter(kept -> kept.leaves.subList(7, 8).clear()))
        .isEqualTo("The end of the ledger is missing: checkpoint 8 covers more events.");
  }

  @Test
  void swapped_events_are_detected() {
    assertThat(
            whatAfter(
                kept -> {
                  LedgerSource.Leaf two = kept.leaves.get(2);
                  LedgerSource.Leaf five = kept.leaves.get(5);
                  kept.leaves.set(2, new LedgerSource.Leaf(2, five.event(), two.recorded()));
                  kept.leaves.set(5, new LedgerSource.Leaf(5, two.event(), five.recorded()));
                }))
        .isEqualTo("Leaf 2: its event differs from the one that was logged.");
    assertThat(
            whatAfter(
                kept -> {
                  LedgerSource.Leaf two = kept.leaves.get(2);
                  LedgerSource.Leaf five = kept.leaves.get(5);
                  kept.leaves.set(2, new LedgerSource.Leaf(2, five.event(), five.recorded()));
                  kept.leaves.set(5, new LedgerSource.Leaf(5, two.event(), two.recorded()));
                }))
        .isEqualTo("Leaves 2 to 3 differ from the ones that were logged.");
    assertThat(whatAfter(kept -> Collections.swap(kept.leaves, 4, 5)))
        .isEqualTo("Leaf 4 is missing, or exists twice.");
  }

  @Test
  void an_event_added_without_a_checkpoint_is_detected() {
    assertThat(whatAfter(kept -> kept.add("later")))
        .isEqualTo("The last checkpoint is missing: no event is sealed without one.");
  }

  @Test
  void a_missing_or_surplus_subtree_is_detected() {
    assertThat(whatAfter(kept -> kept.subtrees.remove(1)))
        .isEqualTo("The subtree over leaves 2 to 3 is missing.");
    assertThat(whatAfter(kept -> kept.subtrees.clear()))
        .isEqualTo("The subtree over leaves 0 to 1 is missing.");
    assertThat(whatAfter(kept -> kept.subtrees.add(kept.subtrees.get(0))))
        .isEqualTo("The ledger has a subtree that belongs to no event.");
  }

  @Test
  void a_checkpoint_of_another_key_is_detected() {
    assertThat(
            whatAfter(
                kept ->
                    kept.checkpoints.set(
                        0, new Checkpoint(5, kept.checkpoints.get(0).root(), AT, "note"))))
        .isEqualTo("Checkpoint 5: its note has no valid signature.");
  }

  @Test
  void a_checkpoint_row_that_differs_from_its_note_is_detected() {
    assertThat(
            whatAfter(
                kept -> {
                  String note = kept.checkpoints.get(0).note();
                  kept.checkpoints.set(0, new Checkpoint(5, Hash.EMPTY, AT, note));
                }))
        .isEqualTo("Checkpoint 5: its row differs from its note.");
    assertThat(
            whatAfter(
                kept -> {
                  Checkpoint last = kept.checkpoints.get(1);
                  kept.checkpoints.set(0, new Checkpoint(5, last.root(), AT, last.note()));
                }))
        .isEqualTo("Checkpoint 5 is out of order.");
  }

  @Test
  void a_checkpoint_older_than_the_previous_one_is_detected() {
    assertThat(
            whatAfter(
                kept -> {
                  Checkpoint last = kept.checkpoints.get(1);
                  kept.checkpoints.set(
                      1, new Checkpoint(8, last.root(), AT.minusMillis(1), last.note()));
                }))
        .isEqualTo("Checkpoint 8: it is older than the previous one.");
  }

  @Test
  void only_a_checkpoint_kept_elsewhere_detects_a_removed_end() {
    Kept whole = new Kept(5, 8);
    Kept cut = new Kept(5);
    List<String> notes = whole.checkpoints.stream().map(Checkpoint::note).toList();

    assertThat(verifier.verify(whole, notes)).isInstanceOf(VerificationResult.Consistent.class);
    assertThat(verifier.verify(cut, List.of())).isInstanceOf(VerificationResult.Consistent.class);
    assertThat(verifier.verify(cut, notes))
        .hasToString(
            """
            S505_AUDIT_TAMPER  The end of the ledger is missing: the checkpoint that you saved covers more events.
              expected  8 events
              found     5 events""");
  }

  @Test
  void a_replaced_ledger_differs_from_a_checkpoint_kept_elsewhere() {
    Kept anew = new Kept();
    for (int i = 0; i < 8; i++) {
      anew.add("other " + i);
    }
    anew.seal();
    List<String> notes = new Kept(5, 8).checkpoints.stream().map(Checkpoint::note).toList();

    assertThat(verifier.verify(anew, notes).toString())
        .startsWith(
            "S505_AUDIT_TAMPER  The checkpoint that you saved:"
                + " the 5 events up to it differ from the events that it signed.");
    assertThat(verifier.verify(anew, List.of("no note")).toString())
        .startsWith(
            "S505_AUDIT_TAMPER  The checkpoint that you saved does not belong to this ledger.");
  }

  @Test
  void a_ledger_does_not_verify_with_another_key() {
    LogKey other =
        new LogKey(LedgerFixtures.logKey().origin(), LedgerFixtures.newPair().getPublic());

    assertThat(new LedgerVerifier(other).verify(new Kept(5), List.of()).toString())
        .startsWith("S505_AUDIT_TAMPER  Checkpoint 5: its note has no valid signature.");
  }

  private String whatAfter(Consumer<Kept> tampering) {
    Kept kept = new Kept(5, 8);
    tampering.accept(kept);
    return what(kept);
  }

  private String what(Kept kept) {
    VerificationResult verdict = verifier.verify(kept, List.of());
    return verdict instanceof VerificationResult.Inconsistent found
        ? found.what()
        : verdict.toString();
  }

  /** An in-memory ledger, sealed at the given sizes, in which a test can change everything. */
  private static final class Kept implements LedgerSource {
    final List<Leaf> leaves = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    final List<Subtree> subtrees = new ArrayList<>();
    final Frontier tree = new Frontier(0, List.of());

    Kept(int... sealedAt) {
      for (int size : sealedAt) {
        while (leaves.size() < size) {
          add("event " + leaves.size());
        }
        seal();
      }
    }

    void add(String event) {
      byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
      leaves.add(new Leaf(leaves.size(), bytes, Hash.leaf(bytes)));
      tree.append(
          Hash.leaf(bytes),
          (node, hash) -> subtrees.add(new Subtree(node.level(), node.index(), hash)));
    }

    void seal() {
      Hash root = tree.root();
      checkpoints.add(
          new Checkpoint(leaves.size(), root, AT, LedgerFixtures.note(leaves.size(), root)));
    }

    void forge(int index) {
      byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
      leaves.set(index, new Leaf(index, forged, Hash.leaf(forged)));
    }

    void recomputeSubtrees() {
      subtrees.clear();
      Frontier anew = new Frontier(0, List.of());
      for (Leaf leaf : leaves) {
        anew.append(
            leaf.recorded(),
            (node, hash) -> subtrees.add(new Subtree(node.level(), node.index(), hash)));
      }
    }

    @Override
    public Stream<Leaf> leaves() {
      return leaves.stream();
    }

    @Override
    public Stream<Checkpoint> checkpoints() {
      return checkpoints.stream();
    }

    @Override
    public boolean keepsSubtrees() {
      return true;
    }

    @Override
    public Stream<Subtree> subtrees() {
      return subtrees.stream();
    }
  }
}
