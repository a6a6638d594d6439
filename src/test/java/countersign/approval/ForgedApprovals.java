package countersign.approval;

import countersign.authority.TestPeople;
import countersign.crypto.Ed25519;
import countersign.request.RequestKey;
import countersign.testkit.World;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody can write with the password of the application's database role. */
public final class ForgedApprovals {
  private final World world;

  public ForgedApprovals(World world) {
    this.world = world;
  }

  /** Sets one state after another, because the database refuses other moves. */
  public void states(RequestKey key, String... path) {
    for (String state : path) {
      world
          .jdbc()
          .sql("update request_status set state = ? where id = ?")
          .params(state, key.toString())
          .update();
    }
  }

  /** Inserts a row without a statement, as if this account had decided just now. */
  public void row(RequestKey key, String step, String account) {
    world
        .jdbc()
        .sql(
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at)
            select id, ?, ?, sha256, ''::bytea, false, false, now(), now() + interval '9 years' from draft where id = ?
            """)
        .params(step, account, key.toString())
        .update();
  }

  /** Copies every decision on a request to another one. */
  public void copied(RequestKey from, RequestKey to) {
    world
        .jdbc()
        .sql(
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at, statement, signature, key_id)
            select ?, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at, statement, signature, key_id from approval
            where id = ? order by number
            """)
        .params(to.toString(), from.toString())
        .update();
  }

  /** Inserts both approvals once more, with other statements and the old signatures. */
  public void changed(RequestKey key, UnaryOperator<String> change) {
    for (JdbcApprovals.StoredDecision row : rows(key)) {
      String text = new String(row.signed().statement(), java.nio.charset.StandardCharsets.UTF_8);
      byte[] statement = change.apply(text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      insert(
          row, new JdbcApprovals.Signed(statement, row.signed().signature(), row.signed().keyId()));
    }
  }

  /** Inserts both approvals once more, with other signatures under the same statements. */
  public void resigned(RequestKey key, UnaryOperator<JdbcApprovals.Signed> cheat) {
    rows(key).forEach(row -> insert(row, cheat.apply(row.signed())));
  }

  /** Inserts both approvals once more, signed with a key of the forger's own. */
  public void signed(RequestKey key, KeyPair own, boolean namesOwnKey) {
    for (JdbcApprovals.StoredDecision row : rows(key)) {
      byte[] statement = row.signed().statement();
      String named =
          namesOwnKey
              ? HexFormat.of().formatHex(Ed25519.raw(own.getPublic()))
              : TestPeople.publicKey(row.account());
      byte[] signature = Ed25519.sign(own.getPrivate().getEncoded(), statement);
      insert(row, new JdbcApprovals.Signed(statement, signature, named));
    }
  }

  private List<JdbcApprovals.StoredDecision> rows(RequestKey key) {
    return new JdbcApprovals(world.jdbc()).of(key);
  }

  private void insert(JdbcApprovals.StoredDecision row, JdbcApprovals.Signed signed) {
    new JdbcApprovals(world.jdbc())
        .insert(
            new JdbcApprovals.StoredDecision(
                0,
                row.key(),
                row.step(),
                row.account(),
                row.draftSha256(),
                row.reasonSealed(),
                row.identifiesInformant(),
                row.impairsInvestigation(),
                row.at(),
                row.expiresAt(),
                signed));
  }
}
