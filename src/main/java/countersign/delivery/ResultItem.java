package countersign.delivery;

import countersign.accounting.AccountedResult;
import countersign.crypto.Sha256;
import countersign.redaction.AllowList;
import countersign.request.RequestKey;
import java.util.Comparator;

/**
 * The result of one request as it is sent, with its accounting.
 *
 * @param key the request's key
 * @param number its position in the file, from 1
 * @param item canonical bytes of the response item
 * @param outcome the outcome that the allow-list found in the item
 * @param disposition the accounting entry for it
 */
record ResultItem(
    RequestKey key,
    int number,
    byte[] item,
    AllowList.Outcome outcome,
    AccountedResult disposition) {
  static final Comparator<ResultItem> IN_ORDER_OF_THE_FILE =
      Comparator.comparingInt(ResultItem::number);

  byte[] sha256() {
    return Sha256.of(item);
  }

  /** Contains only the request's key. */
  @Override
  public String toString() {
    return key.toString();
  }
}
