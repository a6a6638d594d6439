package countersign.verification;

import countersign.TestDatabase;
import countersign.authority.TestPeople;
import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.ledger.Event;
import countersign.ledger.LedgerFixtures;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of one answered file under other ids, with statements that are signed anew, so that a test
 * has many requests without the work of deciding each.
 */
final class CopiedFiles {
  /** The distance between the numbers of a row and of its copy. */
  private static final long DISTANCE = 10_000_000;

  /** Where the 32 bytes of an Ed25519 key begin in its PKCS #8 form. */
  private static final int SEED = 16;

  /** The tables whose rows are copied as they are, parents first, and how a row names its file. */
  private static final List<String> TABLES =
      List.of(
          "file where id = ",
          "request where file_id = ",
          "request_block where file_id = ",
          "request_group where file_id = ",
          "slice where file_id = ",
          "request_status where file_id = ",
          "draft_block where file_id = ",
          "draft where split_part(id, '/', 1) = ",
          "no_match where split_part(id, '/', 1) = ",
          "response where file_id = ",
          "response_item where split_part(request, '/', 1) = ",
          "acknowledgement where file_id = ",
          "accounting_block where file_id = ",
          "accounting_entry where file_id = ");

  private final JdbcTemplate jdbc;
  private final String file;

  CopiedFiles(World world, String file) {
    this.jdbc = new JdbcTemplate(TestDatabase.tampering(world.database()));
    this.file = file;
  }

  private record Row(long number, Map<String, Object> columns) {}

  /** Makes one copy. */
  void copy(int number) {
    String other = "DHS-ICE_T_20261124_%04d".formatted(number);
    TABLES.forEach(table -> copyRows(table, other, number));
    Map<String, Signed> signed = new HashMap<>();
    copyApprovals(other, number, signed);
    copySealings(other, number, signed);
    copyEvents(other, number, signed);
  }

  /** A statement of a copy. */
  private record Signed(byte[] statement, byte[] signature) {}

  private void copyRows(String table, String other, int number) {
    String name = table.substring(0, table.indexOf(' '));
    List<Map<String, Object>> columns =
        jdbc.queryForList(
            "select column_name::text as name, data_type::text as type from information_schema.columns where table_name = ? and table_schema = 'public'",
            name);
    String names =
        columns.stream().map(one -> "" + one.get("name")).collect(Collectors.joining(", "));
    String values =
        columns.stream()
            .map(one -> value(name, "" + one.get("name"), "" + one.get("type"), other, number))
            .collect(Collectors.joining(", "));
    jdbc.update(
        "insert into %s (%s) overriding system value select %s from %s'%s'"
            .formatted(name, names, values, table, file));
  }

  private String value(String table, String column, String type, String other, int number) {
    if (column.equals("sequence")) {
      return Integer.toString(number);
    }
    boolean counted =
        column.endsWith("_event") || (table.equals("accounting_entry") && column.equals("number"));
    if (counted) {
      return column + " + " + number * DISTANCE;
    }
    return type.equals("text") ? "replace(%s, '%s', '%s')".formatted(column, file, other) : column;
  }

  private void copyApprovals(String other, int number, Map<String, Signed> signed) {
    List<Object[]> rows = new ArrayList<>();
    Map<String, String> signatures = new HashMap<>();
    for (Row row :
        rows(
            "select number, id, step, account, draft_sha256, reason_sealed, identifies_informant, impairs_investigation, at, lapses_at, statement, signature, key_id from approval where split_part(id, '/', 1) = ? order by number")) {
      Map<String, Object> old = row.columns();
      byte[] statement = (byte[]) old.get("statement");
      byte[] signature = (byte[]) old.get("signature");
      if (statement != null) {
        Map<String, String> texts = new TreeMap<>(CanonicalJson.read(statement));
        texts.replaceAll((name, text) -> signatures.getOrDefault(text, text.replace(file, other)));
        CanonicalJson json = new CanonicalJson();
        texts.forEach(json::text);
        Signed copy = signed(json.end().getBytes(StandardCharsets.UTF_8), "" + old.get("account"));
        signed.put(Sha256.hex(statement), copy);
        signatures.put(Sha256.hex(signature), Sha256.hex(copy.signature()));
        old.put("statement", copy.statement());
        old.put("signature", copy.signature());
      }
      old.put("number", row.number() + number * DISTANCE);
      old.put("id", ("" + old.get("id")).replace(file, other));
      rows.add(old.values().toArray());
    }
    jdbc.batchUpdate(
        "insert into approval (number, id, step, account, draft_sha256, reason_sealed, identifies_informant, impairs_investigation, at, lapses_at, statement, signature, key_id) overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private static Signed signed(byte[] statement, String account) {
    return new Signed(statement, sign(TestPeople.key(account).getPrivate(), statement));
  }

  /** Signs with Bouncy Castle, because Java needs ten times as long. */
  private static byte[] sign(PrivateKey key, byte[] statement) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(key.getEncoded(), SEED));
    signer.update(statement, 0, statement.length);
    return signer.generateSignature();
  }

  private void copySealings(String other, int number, Map<String, Signed> signed) {
    for (Row row :
        rows("select number, id, statement from seal_statement where split_part(id, '.', 1) = ?")) {
      byte[] statement = (byte[]) row.columns().get("statement");
      byte[] copy =
          new String(statement, StandardCharsets.UTF_8)
              .replace(file, other)
              .getBytes(StandardCharsets.UTF_8);
      byte[] signature = sign(LedgerFixtures.pair().getPrivate(), copy);
      signed.put(Sha256.hex(statement), new Signed(copy, signature));
      jdbc.update(
          "insert into seal_statement (number, id, statement, signature) overriding system value values (?, ?, ?, ?)",
          row.number() + number * DISTANCE,
          ("" + row.columns().get("id")).replace(file, other),
          copy,
          signature);
    }
  }

  private void copyEvents(String other, int number, Map<String, Signed> signed) {
    List<Object[]> events = new ArrayList<>();
    for (Row row : rows("select id as number, bytes from event where subject like ? || '%'")) {
      Event old = Event.parse((byte[]) row.columns().get("bytes"));
      Map<String, String> facts = new TreeMap<>(old.facts());
      facts.replaceAll((name, text) -> text.replace(file, other));
      Signed copy = signed.get(old.facts().getOrDefault("statement", ""));
      if (copy != null) {
        facts.put("statement", Sha256.hex(copy.statement()));
        facts.computeIfPresent(
            "signature", (name, text) -> HexFormat.of().formatHex(copy.signature()));
      }
      Event event =
          new Event(
              old.verb(),
              old.subject().replace(file, other),
              old.at(),
              old.actor(),
              facts,
              old.salt());
      events.add(
          Stream.of(
                  row.number() + number * DISTANCE,
                  event.subject(),
                  event.verb().storedName(),
                  event.at().atOffset(ZoneOffset.UTC),
                  event.canonical())
              .toArray());
    }
    jdbc.batchUpdate(
        "insert into event (id, subject, verb, at, bytes) overriding system value values (?, ?, ?, ?, ?)",
        events);
    jdbc.batchUpdate(
        "insert into pending_event (event_id) values (?)",
        events.stream().map(one -> new Object[] {one[0]}).toList());
  }

  private List<Row> rows(String sql) {
    return jdbc.query(sql, CopiedFiles::row, file);
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    Map<String, Object> columns = new ColumnMapRowMapper().mapRow(row, index);
    return new Row(row.getLong("number"), columns);
  }
}
