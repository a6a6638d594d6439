package countersign.approval;

import countersign.crypto.Sha256;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.redaction.Draft;
import countersign.redaction.Drafts;
import countersign.redaction.NoDraft;
import countersign.request.Actor;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.SliceId;
import countersign.request.Verb;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores the drafts of a slice and queues them for the first reviewers. Stateless. */
final class Drafting {
  private final Lifecycle lifecycle;
  private final Vault vault;
  private final JdbcDrafts rows;
  private final Clock clock;

  Drafting(Lifecycle lifecycle, Vault vault, JdbcDrafts rows, Clock clock) {
    this.lifecycle = lifecycle;
    this.vault = vault;
    this.rows = rows;
    this.clock = clock;
  }

  SliceId draft(Drafts drafts) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DataCipher cipher = vault.draft(drafts.slice().file().value());
    List<JdbcDrafts.StoredDraft> sealed =
        drafts.drafts().stream().map(one -> seal(cipher, one, at)).toList();
    List<JdbcDrafts.Inner> others =
        drafts.others().stream().map(one -> seal(cipher, one, at)).toList();
    lifecycle.run(Actor.GATEWAY, change -> commit(change, drafts.slice(), sealed, others));
    return drafts.slice();
  }

  private static JdbcDrafts.StoredDraft seal(DataCipher cipher, Draft draft, Instant at) {
    RequestKey key = draft.key();
    return new JdbcDrafts.StoredDraft(
        key,
        draft.sha256(),
        cipher.seal(draft.item(), ApprovalAssociatedData.item(key)),
        cipher.seal(draft.evidence(), ApprovalAssociatedData.evidence(key)),
        at,
        JdbcDrafts.StoredDraft.FIRST);
  }

  private static JdbcDrafts.Inner seal(DataCipher cipher, NoDraft none, Instant at) {
    ByteArrayOutputStream internalReason = new ByteArrayOutputStream();
    internalReason.writeBytes(
        (none.internalReason().name() + "\n").getBytes(StandardCharsets.UTF_8));
    internalReason.writeBytes(none.evidence());
    return new JdbcDrafts.Inner(
        none.key(),
        cipher.seal(
            internalReason.toByteArray(), ApprovalAssociatedData.internalReason(none.key())),
        at);
  }

  private void commit(
      Change change,
      SliceId slice,
      List<JdbcDrafts.StoredDraft> drafts,
      List<JdbcDrafts.Inner> others) {
    if (change.move(
        Entity.SLICE, slice.toString(), Set.of(RequestState.TAKEN), RequestState.DRAFTED)) {
      // The deadline may pass during the look-up; requests that it answered are skipped here.
      Set<String> taken = rows.lockTaken(ids(drafts, others));
      write(
          change,
          slice,
          drafts.stream().filter(row -> taken.contains(row.key().toString())).toList(),
          others.stream().filter(row -> taken.contains(row.key().toString())).toList());
    }
    change.finish(WorkQueue.LOOKUP, slice.toString());
  }

  private void write(
      Change change,
      SliceId slice,
      List<JdbcDrafts.StoredDraft> drafts,
      List<JdbcDrafts.Inner> others) {
    rows.insert(drafts);
    rows.insertInner(others);
    List<String> drafted = ids(drafts, List.of());
    change.moveAll(Entity.REQUEST, drafted, RequestState.TAKEN, RequestState.DRAFTED);
    change.moveAll(
        Entity.REQUEST, ids(List.of(), others), RequestState.TAKEN, RequestState.UNMATCHED);
    change.nextAll(WorkQueue.ENDORSE, drafted);
    // Counts per outcome would reveal the outcome of a slice with one request, so the event has
    // only a total and one digest.
    change.event(
        Verb.DRAFT,
        slice.toString(),
        Map.of(
            "requests",
            Integer.toString(drafts.size() + others.size()),
            "digest",
            digest(drafts, others)));
  }

  private static List<String> ids(
      List<JdbcDrafts.StoredDraft> drafts, List<JdbcDrafts.Inner> others) {
    List<String> ids = new ArrayList<>();
    drafts.forEach(row -> ids.add(row.key().toString()));
    others.forEach(row -> ids.add(row.key().toString()));
    return ids;
  }

  /** SHA-256 over the drafts' hashes, followed by the hashes of the others' sealed reasons. */
  private static String digest(List<JdbcDrafts.StoredDraft> drafts, List<JdbcDrafts.Inner> others) {
    MessageDigest digest = Sha256.start();
    drafts.forEach(row -> digest.update(row.sha256()));
    others.forEach(row -> digest.update(Sha256.of(row.sealed())));
    return HexFormat.of().formatHex(digest.digest());
  }
}
