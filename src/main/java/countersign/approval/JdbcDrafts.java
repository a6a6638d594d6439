package countersign.approval;

import countersign.lifecycle.BulkRows;
import countersign.lifecycle.CopyRows;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.SliceId;
import countersign.vault.DataCipher;
import countersign.vault.SealedBlock;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code draft}, {@code draft_block} and {@code no_match}. The contents of a slice's drafts
 * are kept in one block; a draft that an earlier version made has its own. Every write runs in the
 * caller's transaction.
 */
public final class JdbcDrafts {
  private final JdbcClient jdbc;
  private final BulkRows bulk;
  private final Vault vault;

  JdbcDrafts(JdbcClient jdbc, BulkRows bulk, Vault vault) {
    this.jdbc = jdbc;
    this.bulk = bulk;
    this.vault = vault;
  }

  /**
   * What a draft contains.
   *
   * @param item canonical bytes of the response item
   * @param evidence the matching evidence as JSON
   */
  public record Contents(byte[] item, byte[] evidence) {
    /** Contains only lengths. */
    @Override
    public String toString() {
      return item.length + " and " + evidence.length + " bytes";
    }
  }

  /** A draft to be stored. */
  record NewDraft(RequestKey key, byte[] sha256, Contents contents) {}

  /** A draft; its contents are read and decrypted when they are asked for. */
  record StoredDraft(
      RequestKey key,
      byte[] sha256,
      Instant draftedAt,
      int generation,
      Supplier<Contents> contents) {
    /** The number of a request's first draft. */
    static final int FIRST = 1;

    String hex() {
      return HexFormat.of().formatHex(sha256);
    }
  }

  /** The sealed internal reason why a request has no draft. */
  record Inner(RequestKey key, byte[] sealed) {}

  /** Locks the requests that are still in state TAKEN and returns their ids. */
  Set<String> lockTaken(Collection<String> ids) {
    return Set.copyOf(
        jdbc.sql(
                "select id from request_status where id = any(?) and state = ? order by id for update")
            .params(ids.toArray(String[]::new), RequestState.TAKEN.name())
            .query(String.class)
            .list());
  }

  /** Seals the contents of a slice's drafts. */
  static byte[] block(DataCipher cipher, SliceId slice, List<NewDraft> drafts) {
    List<byte[]> values = new ArrayList<>();
    for (NewDraft draft : drafts) {
      values.add(draft.key().requestId().getBytes(StandardCharsets.UTF_8));
      values.add(draft.contents().item());
      values.add(draft.contents().evidence());
    }
    return SealedBlock.seal(cipher, values, ApprovalAssociatedData.drafts(slice));
  }

  /**
   * Stores the drafts of a slice.
   *
   * @param block what {@link #block} returned for these drafts and perhaps more
   */
  void insert(SliceId slice, List<NewDraft> drafts, byte[] block, Instant at) {
    if (drafts.isEmpty()) {
      return;
    }
    CopyRows rows = new CopyRows();
    for (NewDraft draft : drafts) {
      rows.row(4)
          .text(draft.key().toString())
          .bytes(draft.sha256())
          .instant(at)
          .number(StoredDraft.FIRST);
    }
    bulk.copy(
        "copy draft (id, sha256, drafted_at, generation) from stdin (format binary)",
        rows.finish());
    jdbc.sql("insert into draft_block (file_id, slice, block_sealed) values (?, ?, ?)")
        .params(slice.file().value(), slice.number(), block)
        .update();
  }

  void insertInner(List<Inner> others, Instant at) {
    if (!others.isEmpty()) {
      CopyRows rows = new CopyRows();
      others.forEach(one -> rows.row(3).text(one.key().toString()).bytes(one.sealed()).instant(at));
      bulk.copy(
          "copy no_match (id, inner_sealed, matched_at) from stdin (format binary)", rows.finish());
    }
  }

  Optional<StoredDraft> find(RequestKey key) {
    return jdbc.sql("select sha256, drafted_at, generation from draft where id = ?")
        .param(key.toString())
        .query((row, number) -> row(key, row))
        .optional();
  }

  Optional<byte[]> internalReason(RequestKey key) {
    return jdbc.sql("select inner_sealed from no_match where id = ?")
        .param(key.toString())
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  Optional<RequestState> state(RequestKey key) {
    return jdbc.sql("select state from request_status where id = ?")
        .param(key.toString())
        .query(String.class)
        .optional()
        .map(RequestState::valueOf);
  }

  private StoredDraft row(RequestKey key, ResultSet row) throws SQLException {
    return new StoredDraft(
        key,
        row.getBytes("sha256"),
        row.getTimestamp("drafted_at").toInstant(),
        row.getInt("generation"),
        () -> new Reader(jdbc, vault.draft(key.file().value()), key.file()).of(key));
  }

  /**
   * Reads the contents of drafts of one file. Remembers the last slice, so ask in the order of the
   * file. For one thread.
   */
  public static final class Reader {
    private final JdbcClient jdbc;
    private final DataCipher cipher;
    private final FileId file;
    private Map<String, Contents> slice = Map.of();

    /**
     * Creates a reader.
     *
     * @param cipher cipher of the file's drafts
     */
    public Reader(JdbcClient jdbc, DataCipher cipher, FileId file) {
      this.jdbc = jdbc;
      this.cipher = cipher;
      this.file = file;
    }

    /** Where the contents of a draft are: in the block of a slice, or alone. */
    private record Place(int slice, byte @Nullable [] item, byte @Nullable [] evidence) {}

    /** The contents of a request's draft, which must exist. */
    public Contents of(RequestKey key) {
      Contents known = slice.get(key.requestId());
      if (known != null) {
        return known;
      }
      Place place = place(key);
      byte[] item = place.item();
      byte[] evidence = place.evidence();
      if (item != null && evidence != null) {
        return new Contents(
            cipher.open(item, ApprovalAssociatedData.item(key)),
            cipher.open(evidence, ApprovalAssociatedData.evidence(key)));
      }
      slice = block(new SliceId(file, place.slice()));
      return Optional.ofNullable(slice.get(key.requestId()))
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "%s  Request %s: its draft is not among those of its slice. A program or person changed the tables."
                          .formatted(ReasonCode.D406_MANIFEST_CHANGED, key)));
    }

    private Place place(RequestKey key) {
      return jdbc.sql(
              """
              select coalesce(s.slice, 0) as slice, d.item_sealed, d.evidence_sealed
              from request_status s join draft d on d.id = s.id where s.id = ?
              """)
          .param(key.toString())
          .query(
              (row, number) ->
                  new Place(
                      row.getInt("slice"),
                      row.getBytes("item_sealed"),
                      row.getBytes("evidence_sealed")))
          .single();
    }

    private Map<String, Contents> block(SliceId of) {
      byte[] sealed =
          jdbc.sql("select block_sealed from draft_block where file_id = ? and slice = ?")
              .params(file.value(), of.number())
              .query(byte[].class)
              .single();
      List<byte[]> values = SealedBlock.open(cipher, sealed, ApprovalAssociatedData.drafts(of));
      Map<String, Contents> contents = new HashMap<>();
      for (int i = 0; i < values.size(); i += 3) {
        contents.put(
            new String(values.get(i), StandardCharsets.UTF_8),
            new Contents(values.get(i + 1), values.get(i + 2)));
      }
      return contents;
    }
  }
}
