package countersign.intake;

import countersign.arrival.ChunkStream;
import countersign.crypto.Sha256;
import countersign.request.FileId;
import countersign.request.Unavailable;
import countersign.vault.DataCipher;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The transfer of a partner's file: hashes the bytes and checks their number against the listing.
 * Used once, by one thread.
 */
final class Transfer {
  private final InputStream in;
  private final long listedBytes;
  private final MessageDigest digest = Sha256.start();
  private long bytes;
  private String sha256 = "";

  Transfer(InputStream in, long listedBytes) {
    this.in = in;
    this.listedBytes = listedBytes;
  }

  /** Reads all bytes and stores them, encrypted once more; commits once for each MiB. */
  void keep(long attempt, FileId file, Stores stores) {
    DataCipher cipher = stores.vault().file(file.value());
    int number = 0;
    for (byte[] bytes = next(); bytes.length > 0; bytes = next()) {
      List<byte[]> sealed = ChunkStream.seal(cipher, file, number, bytes);
      stores.arrivals().chunks(attempt, file, number, sealed);
      number += sealed.size();
    }
    finish();
  }

  /** Reads all bytes and keeps none. */
  void skim() {
    for (byte[] chunk = next(); chunk.length > 0; ) {
      chunk = next();
    }
    finish();
  }

  long bytes() {
    return bytes;
  }

  /** SHA-256 of all bytes, hexadecimal. */
  String sha256() {
    return sha256;
  }

  private byte[] next() {
    try {
      byte[] read = in.readNBytes(ChunkStream.BYTES);
      digest.update(read);
      bytes += read.length;
      if (bytes > listedBytes) {
        throw changed();
      }
      return read;
    } catch (IOException e) {
      throw new Unavailable(
          "TRANSFER_BROKEN",
          "The transfer ended after %d of %d bytes. Nothing was stored; the next poll tries again."
              .formatted(bytes, listedBytes),
          e);
    }
  }

  private void finish() {
    if (bytes != listedBytes) {
      throw changed();
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  private Unavailable changed() {
    return new Unavailable(
        "SIZE_CHANGED",
        "The server listed %d bytes but sent %d. Nothing was stored; the next poll tries again."
            .formatted(listedBytes, bytes),
        null);
  }
}
