package countersign.recordsource;

import countersign.records.FoundRecord;
import countersign.records.LookupKey;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request to a record source: at most 500 keys, each with an id that its answer repeats. The
 * ids are numbers within the request and tell nothing.
 */
public final class SourceRequest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String id = UUID.randomUUID().toString();
  private final Map<String, LookupKey> keys = new LinkedHashMap<>();

  /**
   * A request.
   *
   * @throws IllegalArgumentException if there are more than 500 keys
   */
  public SourceRequest(List<LookupKey> wanted) {
    if (wanted.size() > SourceReply.MOST_KEYS) {
      throw new IllegalArgumentException(
          "A request has %d keys; at most %d are allowed"
              .formatted(wanted.size(), SourceReply.MOST_KEYS));
    }
    wanted.forEach(key -> keys.put(Integer.toString(keys.size() + 1), key));
  }

  /** The document, as {@code docs/schema/find-addresses-request.json} describes it. */
  public byte[] document() {
    ObjectNode root = JSON.createObjectNode();
    root.put("requestId", id);
    ArrayNode list = root.putArray("keys");
    keys.forEach((name, key) -> put(list.addObject().put("id", name), key));
    return JSON.writeValueAsBytes(root);
  }

  private static void put(ObjectNode node, LookupKey key) {
    switch (key.key()) {
      case TIN -> node.put("tin", ((LookupKey.ByTin) key).tin());
      case BIRTH_DATE_AND_ZIP -> {
        LookupKey.ByBirthDateAndZip born = (LookupKey.ByBirthDateAndZip) key;
        node.put("birthDate", born.birthDate().toString()).put("zip", born.zip());
      }
    }
  }

  /**
   * The records of a reply whose fields were validated.
   *
   * @throws countersign.request.Unavailable if it does not answer each key exactly once, or answers
   *     a key with another taxpayer
   */
  public List<FoundRecord> answeredBy(SourceReply reply) {
    if (!reply.requestId().equals(id)) {
      throw RefusedReply.because("requestId of another request");
    }
    Set<String> answered = new HashSet<>();
    List<FoundRecord> found = new ArrayList<>();
    for (SourceReply.Answer answer : reply.answers()) {
      LookupKey key = keys.get(answer.id());
      if (key == null) {
        throw RefusedReply.because("an id that was not asked");
      }
      if (!answered.add(answer.id())) {
        throw RefusedReply.because("an id twice");
      }
      for (SourceReply.Row row : answer.records()) {
        if (key instanceof LookupKey.ByTin wanted && !wanted.tin().equals(row.tin())) {
          throw RefusedReply.because("a record of another taxpayer");
        }
        found.add(record(row));
      }
    }
    if (answered.size() != keys.size()) {
      throw RefusedReply.because("an id is missing");
    }
    return found;
  }

  private static FoundRecord record(SourceReply.Row row) {
    SourceReply.Place at = row.address();
    return new FoundRecord(
        row.tin(),
        row.nameControl(),
        new FoundRecord.Name(row.givenName(), row.middleName(), row.surname(), row.suffix()),
        row.birthDate(),
        new Address(at.line1(), at.line2(), at.city(), at.state(), at.postalCode()),
        row.period(),
        row.lastKnown());
  }

  /** Names the number of keys, never a value. */
  @Override
  public String toString() {
    return keys.size() + " keys";
  }
}
