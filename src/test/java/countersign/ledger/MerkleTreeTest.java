package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The tree follows RFC 6962: it gives the published test results, and every size matches the
 * definition.
 */
class MerkleTreeTest {
  /** Inputs and results of the Certificate Transparency project's own tests. */
  private static final List<byte[]> INPUTS =
      parsed(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_root_of_an_empty_tree_is_the_hash_of_no_bytes() {
    assertThat(new Frontier(0, List.of()).root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hash.EMPTY).isEqualTo(new Frontier(0, List.of()).root());
  }

  @Test
  void roots_match_the_published_test_results() {
    Grown tree = new Grown();
    for (int i = 0; i < INPUTS.size(); i++) {
      tree.append(Hash.leaf(INPUTS.get(i)));
      assertThat(tree.frontier.root().hex()).as("size %d", i + 1).isEqualTo(ROOTS.get(i));
    }
  }

  @Test
  void proofs_match_the_published_test_results() {
    Grown tree = new Grown();
    INPUTS.forEach(input -> tree.append(Hash.leaf(input)));

    assertThat(tree.inclusion(0, 8).path().stream().map(Hash::hex))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(tree.inclusion(5, 8).path().stream().map(Hash::hex))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(tree.consistency(1, 8).path().stream().map(Hash::hex))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(tree.consistency(6, 8).path().stream().map(Hash::hex))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void every_proof_holds_for_its_own_leaf_and_no_other() {
    Random random = new Random(6962);
    Grown tree = new Grown();
    int largest = 200 + random.nextInt(100);
    List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY));
    for (int i = 0; i < largest; i++) {
      tree.append(Hash.leaf(("event " + i).getBytes(StandardCharsets.UTF_8)));
      roots.add(tree.frontier.root());
      assertThat(roots.get(i + 1)).isEqualTo(naive(tree.leaves));
    }
    for (int size = 1; size <= largest; size++) {
      Hash root = roots.get(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree.inclusion(index, size);
        if (random.nextInt(16) == 0) {
          assertThat(proof.path()).isEqualTo(naivePath(index, tree.leaves.subList(0, size)));
        }
        assertThat(proof.proves(tree.leaves.get(index), root)).isTrue();
        assertThat(proof.proves(tree.leaves.get((index + 1) % largest), root)).isFalse();
        assertThat(proof.proves(tree.leaves.get(index), roots.get(size - 1))).isFalse();
      }
      for (int from = 1; from <= size; from++) {
        ConsistencyProof proof = tree.consistency(from, size);
        assertThat(proof.proves(roots.get(from), root)).isTrue();
        assertThat(proof.proves(roots.get(from - 1), root)).isFalse();
        assertThat(proof.proves(roots.get(from), roots.get(size - 1))).isFalse();
      }
    }
  }

  @Test
  void a_changed_shortened_or_lengthened_proof_fails() {
    Random random = new Random(9162);
    Grown tree = new Grown();
    IntStream.range(0, 300).forEach(i -> tree.append(Hash.leaf(new byte[] {(byte) i, 1})));
    Hash root = tree.frontier.root();
    for (int i = 0; i < 300; i++) {
      int from = 1 + random.nextInt(298);
      List<Hash> path = tree.inclusion(i, 300).path();
      List<Hash> tie = tree.consistency(from, 300).path();
      Hash older = naive(tree.leaves.subList(0, from));
      for (List<Hash> wrong : spoilt(path, random)) {
        assertThat(new InclusionProof(i, 300, wrong).proves(tree.leaves.get(i), root)).isFalse();
      }
      for (List<Hash> wrong : spoilt(tie, random)) {
        assertThat(new ConsistencyProof(from, 300, wrong).proves(older, root)).isFalse();
      }
    }
  }

  @Test
  void a_leaf_outside_the_tree_has_no_proof() {
    assertThatThrownBy(() -> MerkleTree.inclusion(3, 3))
        .hasMessage("There is no leaf 3 in a tree of 3 leaves")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(4, 3))
        .hasMessage("A tree of 4 events cannot be a prefix of one of 3 events");
    assertThatThrownBy(() -> MerkleTree.consistency(0, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new InclusionProof(3, 3, List.of()).proves(Hash.EMPTY, Hash.EMPTY)).isFalse();
    assertThat(new ConsistencyProof(0, 3, List.of()).proves(Hash.EMPTY, Hash.EMPTY)).isFalse();
  }

  private static List<List<Hash>> spoilt(List<Hash> path, Random random) {
    int at = random.nextInt(path.size());
    List<Hash> changed = new ArrayList<>(path);
    byte[] bytes = changed.get(at).bytes();
    bytes[random.nextInt(32)] ^= 1;
    changed.set(at, new Hash(bytes));
    List<Hash> longer = new ArrayList<>(path);
    longer.add(Hash.EMPTY);
    List<Hash> shorter = new ArrayList<>(path);
    shorter.remove(at);
    return List.of(changed, longer, shorter);
  }

  /** Literal implementation of RFC 6962, 2.1. */
  private static Hash naive(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.EMPTY;
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return Hash.node(naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
  }

  /** Literal implementation of RFC 6962, 2.1.1. */
  private static List<Hash> naivePath(int m, List<Hash> leaves) {
    List<Hash> path = new ArrayList<>();
    if (leaves.size() == 1) {
      return path;
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<Hash> left = leaves.subList(0, k);
    List<Hash> right = leaves.subList(k, leaves.size());
    path.addAll(m < k ? naivePath(m, left) : naivePath(m - k, right));
    path.add(naive(m < k ? right : left));
    return path;
  }

  private static List<byte[]> parsed(String... hex) {
    return java.util.Arrays.stream(hex).map(HexFormat.of()::parseHex).toList();
  }

  /** A tree that stores its complete subtrees in memory. */
  private static final class Grown {
    final List<Hash> leaves = new ArrayList<>();
    final Frontier frontier = new Frontier(0, List.of());
    private final Map<MerkleTree.Node, Hash> nodes = new HashMap<>();

    void append(Hash leaf) {
      nodes.put(new MerkleTree.Node(0, leaves.size()), leaf);
      leaves.add(leaf);
      frontier.append(leaf, nodes::put);
    }

    InclusionProof inclusion(long index, long size) {
      return new InclusionProof(index, size, folds(MerkleTree.inclusion(index, size)));
    }

    ConsistencyProof consistency(long from, long to) {
      return new ConsistencyProof(from, to, folds(MerkleTree.consistency(from, to)));
    }

    private List<Hash> folds(List<List<MerkleTree.Node>> groups) {
      return groups.stream()
          .map(group -> MerkleTree.fold(group.stream().map(nodes::get).toList()))
          .toList();
    }
  }
}
