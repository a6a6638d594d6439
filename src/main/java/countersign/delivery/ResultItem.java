package countersign.delivery;

import countersign.accounting.Disposition;
import countersign.redaction.AllowList;
import countersign.request.RequestKey;
import countersign.request.Sha256;
import java.util.Comparator;

/**
 * The one answer to one request, as it will leave, with its accounting.
 *
 * @param key which request
 * @param number its position in the file, from 1
 * @param item canonical bytes of the response item
 * @param outcome what the allow-list found in them
 * @param disposition what the accounting says of it
 */
record ResultItem(
    RequestKey key, int number, byte[] item, AllowList.Outcome outcome, Disposition disposition) {
  static final Comparator<ResultItem> IN_ORDER_OF_THE_FILE =
      Comparator.comparingInt(ResultItem::number);

  byte[] sha256() {
    return Sha256.of(item);
  }

  /** Names the request only. */
  @Override
  public String toString() {
    return key.toString();
  }
}
