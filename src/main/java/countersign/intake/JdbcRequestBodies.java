package countersign.intake;

import countersign.request.FileId;
import countersign.request.Request;
import countersign.vault.DataCipher;
import countersign.vault.SealedBlock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the canonical bytes of the requests of one file, which are kept in blocks ({@code
 * request_block}); a file that an earlier version read has each in its own row. Remembers the last
 * block, so ask in the order of the file. For one thread.
 */
public final class JdbcRequestBodies {
  private final JdbcClient jdbc;
  private final DataCipher cipher;
  private final FileId file;
  private int first;
  private List<byte[]> block = List.of();

  /**
   * Creates a reader.
   *
   * @param cipher cipher of the file
   */
  public JdbcRequestBodies(JdbcClient jdbc, DataCipher cipher, FileId file) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.file = file;
  }

  /**
   * A block as it is stored.
   *
   * @param first number of its first request
   */
  record Stored(int first, byte[] sealed) {
    /** Contains the number only. */
    @Override
    public String toString() {
      return "block at " + first;
    }
  }

  /**
   * Decrypts a request.
   *
   * @param number position in the file, from 1
   */
  public Request request(int number) {
    return KeptRequest.read(body(number));
  }

  /**
   * Decrypts the canonical bytes of a request.
   *
   * @param number position in the file, from 1
   */
  public byte[] body(int number) {
    if (number < first || number >= first + block.size()) {
      Optional<Stored> stored = stored(number);
      first = stored.map(Stored::first).orElse(number);
      block = stored.map(this::open).orElse(List.of());
    }
    return number < first + block.size() ? block.get(number - first) : alone(number);
  }

  /** Decrypts a block that {@link #stored} found; may run in another thread. */
  List<byte[]> open(Stored stored) {
    return SealedBlock.open(
        cipher, stored.sealed(), KeptRequest.associatedData(file, stored.first()));
  }

  /** The block that begins with this request or before it. */
  Optional<Stored> stored(int number) {
    return jdbc.sql(
            """
            select first, block_sealed from request_block where file_id = ? and first <= ? order by first desc limit 1
            """)
        .params(file.value(), number)
        .query((row, index) -> new Stored(row.getInt("first"), row.getBytes("block_sealed")))
        .optional();
  }

  /** The number of the first request in each block, in the order of the file. */
  List<Integer> blocks() {
    return jdbc.sql("select first from request_block where file_id = ? order by first")
        .param(file.value())
        .query(Integer.class)
        .list();
  }

  private byte[] alone(int number) {
    byte[] sealed =
        jdbc.sql("select body_sealed from request where file_id = ? and number = ?")
            .params(file.value(), number)
            .query(byte[].class)
            .single();
    return cipher.open(sealed, KeptRequest.associatedDataAlone(file, number));
  }
}
