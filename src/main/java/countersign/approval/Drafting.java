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
    List<JdbcDrafts.NewDraft> found = drafts.drafts().stream().map(Drafting::contents).toList();
    List<JdbcDrafts.Inner> others = drafts.others().stream().map(one -> seal(cipher, one)).toList();
    Found all =
        new Found(
            drafts.slice(), at, found, JdbcDrafts.block(cipher, drafts.slice(), found), others);
    lifecycle.run(Actor.GATEWAY, change -> commit(change, all));
    return drafts.slice();
  }

  /** What the look-up of a slice found, sealed. */
  private record Found(
      SliceId slice,
      Instant at,
      List<JdbcDrafts.NewDraft> drafts,
      byte[] block,
      List<JdbcDrafts.Inner> others) {
    /** Without requests that have been answered meanwhile; they stay in the block. */
    Found only(Set<String> ids) {
      return new Found(
          slice,
          at,
          drafts.stream().filter(row -> ids.contains(row.key().toString())).toList(),
          block,
          others.stream().filter(row -> ids.contains(row.key().toString())).toList());
    }
  }

  private static JdbcDrafts.NewDraft contents(Draft draft) {
    return new JdbcDrafts.NewDraft(
        draft.key(), draft.sha256(), new JdbcDrafts.Contents(draft.item(), draft.evidence()));
  }

  private static JdbcDrafts.Inner seal(DataCipher cipher, NoDraft none) {
    ByteArrayOutputStream internalReason = new ByteArrayOutputStream();
    internalReason.writeBytes(
        (none.internalReason().name() + "\n").getBytes(StandardCharsets.UTF_8));
    internalReason.writeBytes(none.evidence());
    return new JdbcDrafts.Inner(
        none.key(),
        cipher.seal(
            internalReason.toByteArray(), ApprovalAssociatedData.internalReason(none.key())));
  }

  private void commit(Change change, Found found) {
    String slice = found.slice().toString();
    if (change.move(Entity.SLICE, slice, Set.of(RequestState.TAKEN), RequestState.DRAFTED)) {
      // The deadline may pass during the look-up; requests that it answered are skipped here.
      write(change, found.only(rows.lockTaken(ids(found.drafts(), found.others()))));
    }
    change.finish(WorkQueue.LOOKUP, slice);
  }

  private void write(Change change, Found found) {
    rows.insert(found.slice(), found.drafts(), found.block(), found.at());
    rows.insertInner(found.others(), found.at());
    List<String> drafted = ids(found.drafts(), List.of());
    change.moveAll(Entity.REQUEST, drafted, RequestState.TAKEN, RequestState.DRAFTED);
    change.moveAll(
        Entity.REQUEST, ids(List.of(), found.others()), RequestState.TAKEN, RequestState.UNMATCHED);
    change.nextAll(WorkQueue.ENDORSE, drafted);
    // Counts per outcome would reveal the outcome of a slice with one request, so the event has
    // only a total and one digest.
    change.event(
        Verb.DRAFT,
        found.slice().toString(),
        Map.of(
            "requests",
            Integer.toString(found.drafts().size() + found.others().size()),
            "digest",
            digest(found.drafts(), found.others())));
  }

  private static List<String> ids(List<JdbcDrafts.NewDraft> drafts, List<JdbcDrafts.Inner> others) {
    List<String> ids = new ArrayList<>();
    drafts.forEach(row -> ids.add(row.key().toString()));
    others.forEach(row -> ids.add(row.key().toString()));
    return ids;
  }

  /** SHA-256 over the drafts' hashes, followed by the hashes of the others' sealed reasons. */
  private static String digest(List<JdbcDrafts.NewDraft> drafts, List<JdbcDrafts.Inner> others) {
    MessageDigest digest = Sha256.start();
    drafts.forEach(row -> digest.update(row.sha256()));
    others.forEach(row -> digest.update(Sha256.of(row.sealed())));
    return HexFormat.of().formatHex(digest.digest());
  }
}
