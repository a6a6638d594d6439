package countersign.delivery;

import countersign.TestDatabase;
import countersign.crypto.Ed25519;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ResponseId;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes that somebody with the database's password makes to a sealed file. */
public final class SealCheats {
  private final World world;

  public SealCheats(World world) {
    this.world = world;
  }

  /** Releases the approved request of a file and seals its response. */
  public ResponseId seals(FileId file) {
    ResponseId response = releases(file);
    world.delivery().steps().seal(response);
    world.delivery().sealLedger();
    return response;
  }

  /** Releases the approved request of a file. */
  ResponseId releases(FileId file) {
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(file, 1));
    world.delivery().sealLedger();
    return ResponseId.parse(world.list("select id from response where state = 'RELEASED'").get(0));
  }

  /** Runs statements as the superuser, without triggers. */
  public void superuser(String sql) {
    JdbcClient.create(TestDatabase.asSuperuser(world.database()))
        .sql("set session_replication_role = replica; " + sql)
        .update();
  }

  /** Replaces the signed bytes and keeps the signature. */
  void changes(String id, UnaryOperator<String> change) {
    String text = new String(statement(id), StandardCharsets.UTF_8);
    String changed = change.apply(text);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("The statement does not contain that text: " + text);
    }
    world
        .tampering()
        .sql("update seal_statement set statement = ? where id = ?")
        .params(changed.getBytes(StandardCharsets.UTF_8), id)
        .update();
  }

  /** Signs the statement with another key. */
  void signs(String id, KeyPair own) {
    world
        .tampering()
        .sql("update seal_statement set signature = ? where id = ?")
        .params(Ed25519.sign(own.getPrivate().getEncoded(), statement(id)), id)
        .update();
  }

  byte[] statement(String id) {
    return world
        .tampering()
        .sql("select statement from seal_statement where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }
}
