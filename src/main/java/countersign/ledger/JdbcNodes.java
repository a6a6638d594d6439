package countersign.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The complete subtrees as stored: leaves in one table, higher subtrees in another. */
final class JdbcNodes {
  private final JdbcClient jdbc;

  JdbcNodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long size() {
    return jdbc.sql("select coalesce(max(index) + 1, 0) from leaf").query(Long.class).single();
  }

  OptionalLong indexOf(EventRef event) {
    return jdbc.sql("select index from leaf where event_id = ?")
        .param(event.id())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Computes the hash of each group of neighbours; reads all of them in one query. */
  List<Hash> folds(List<List<MerkleTree.Node>> groups) {
    Map<MerkleTree.Node, Hash> stored = load(groups.stream().flatMap(List::stream).toList());
    return groups.stream()
        .map(group -> MerkleTree.fold(group.stream().map(node -> found(stored, node)).toList()))
        .toList();
  }

  /** The right edge of the tree, for appending. */
  Frontier frontier() {
    long size = size();
    List<MerkleTree.Node> edge = MerkleTree.range(0, size);
    Map<MerkleTree.Node, Hash> stored = load(edge);
    return new Frontier(size, edge.stream().map(node -> found(stored, node)).toList());
  }

  private Map<MerkleTree.Node, Hash> load(Collection<MerkleTree.Node> wanted) {
    Map<MerkleTree.Node, Hash> stored = new HashMap<>();
    jdbc.sql(
            """
            select w.level, w.index, coalesce(l.hash, n.hash) as hash
            from unnest(?::smallint[], ?::bigint[]) as w (level, index)
            left join leaf l on w.level = 0 and l.index = w.index
            left join node n on n.level = w.level and n.index = w.index
            """)
        .params(
            wanted.stream().map(node -> (short) node.level()).toArray(Short[]::new),
            wanted.stream().map(MerkleTree.Node::index).toArray(Long[]::new))
        .query(
            row -> {
              byte[] hash = row.getBytes("hash");
              if (hash != null) {
                stored.put(
                    new MerkleTree.Node(row.getInt("level"), row.getLong("index")), new Hash(hash));
              }
            });
    return stored;
  }

  private static Hash found(Map<MerkleTree.Node, Hash> stored, MerkleTree.Node node) {
    Hash hash = stored.get(node);
    if (hash == null) {
      throw new IllegalStateException(
          "S505_AUDIT_TAMPER  Node %d of level %d is missing. Run `ledger verify`."
              .formatted(node.index(), node.level()));
    }
    return hash;
  }
}
