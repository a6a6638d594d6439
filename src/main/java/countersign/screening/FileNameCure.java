package countersign.screening;

import countersign.request.RequestHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Says what to do about F103: which part of a name is wrong, or which header field differs. */
final class FileNameCure {
  private static final Pattern NUMBER_ZERO =
      Pattern.compile("[A-Z0-9-]{2,20}_[TP]_[0-9]{8}_0{4,9}\\.req\\.(ndjson|csv)(\\.(pgp|asc))?");

  private FileNameCure() {}

  /** The cure for a name outside the published pattern, or of an agency that is no partner. */
  static String ofName(String name, boolean published) {
    if (published) {
      return "Begin the name with the agency as the gateway's operators registered it.";
    }
    return NUMBER_ZERO.matcher(name).matches()
        ? "Numbering begins at 0001: write the next number after the date in the name."
        : "Name the file AGENCY_T_YYYYMMDD_NNNN (P in place of T in production), then .req.ndjson or .req.csv, then .pgp if it is sealed.";
  }

  /** The cure for a header that does not agree with the name. */
  static String ofHeader(ArrivedFile file, RequestHeader header) {
    List<String> differing = new ArrayList<>();
    if (!file.id().value().equals(header.fileId())) {
      differing.add("fileId");
    }
    if (!file.id().agency().equals(header.agency())) {
      differing.add("agency");
    }
    if (!file.id().environment().headerWord().equals(header.environment())) {
      differing.add("environment");
    }
    if (!Objects.equals(header.sequence(), (long) file.id().sequence())) {
      differing.add("sequence");
    }
    Instant created = Instant.parse(Objects.requireNonNull(header.createdAt()));
    if (!LocalDate.ofInstant(created, ZoneOffset.UTC).equals(file.id().date())) {
      differing.add("the UTC day of createdAt");
    }
    return differing.isEmpty()
        ? "createdAt is in the future: write the time in UTC at which you made the file."
        : "Make these agree with the file name: %s.".formatted(String.join(", ", differing));
  }
}
