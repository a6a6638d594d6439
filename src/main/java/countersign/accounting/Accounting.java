package countersign.accounting;

import countersign.request.FileId;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.util.List;

/** Signatures only; the bodies follow. */
public final class Accounting {
  private static UnsupportedOperationException follows() {
    return new UnsupportedOperationException("follows");
  }

  public void fileNotRead(FileFacts file, Instant at, List<ReasonCode> codes) {
    throw follows();
  }

  public void disposition(Disposition disposition, Instant at) {
    throw follows();
  }

  public void dispositions(List<Disposition> dispositions, Instant at) {
    throw follows();
  }

  public List<Entry> entries(FileId file) {
    throw follows();
  }
}
