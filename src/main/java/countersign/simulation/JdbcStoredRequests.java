package countersign.simulation;

import countersign.intake.JdbcRequestBodies;
import countersign.profile.Fields;
import countersign.profile.LineFault;
import countersign.profile.RecordMapper;
import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.RequestHeader;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reads the stored headers and requests of received files. */
final class JdbcStoredRequests {
  static final int PAGE = 500;

  private final JdbcClient jdbc;

  JdbcStoredRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A stored request. */
  record Kept(int number, String requestId, List<String> codes) {}

  /** Reads the canonical bytes of a file's requests. */
  JdbcRequestBodies bodies(FileId file, DataCipher cipher) {
    return new JdbcRequestBodies(jdbc, cipher, file);
  }

  /** Files whose header is stored, the oldest first. */
  List<FileId> files() {
    return jdbc
        .sql("select id from file where header_sealed is not null order by received_at, id")
        .query(String.class)
        .list()
        .stream()
        .map(FileId::new)
        .toList();
  }

  /** The header of a file. */
  RequestHeader header(FileId file, DataCipher cipher) {
    String id = file.value();
    byte[] sealed =
        jdbc.sql("select header_sealed from file where id = ?")
            .param(id)
            .query(byte[].class)
            .single();
    byte[] plain = cipher.open(sealed, new AssociatedData("file", id, "header_sealed"));
    try {
      JsonNode tree = RequestJson.parse(new String(plain, StandardCharsets.UTF_8));
      return RecordMapper.header(tree, new Fields.Shape());
    } catch (LineFault e) {
      throw new IllegalStateException(
          "The header of %s was stored in another form (%s) than this version reads. Nothing was compared."
              .formatted(id, e.detail()),
          e);
    }
  }

  /** The next requests of a file, beginning with this number; empty after the last one. */
  List<Kept> page(FileId file, int from) {
    return jdbc.sql(
            """
            select number, request_id, codes from request
            where file_id = ? and number between ? and ? order by number
            """)
        .params(file.value(), from, from + PAGE - 1)
        .query(
            (row, index) ->
                new Kept(
                    row.getInt("number"),
                    row.getString("request_id"),
                    Arrays.asList((String[]) row.getArray("codes").getArray())))
        .list();
  }
}
