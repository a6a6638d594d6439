package countersign.intake;

import countersign.request.ReasonCode;
import countersign.screening.FileLimits;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules over a file as a whole, as set queries over keyed hashes: {@link #found} makes common
 * table expressions that end in {@code found}, one row for each request and one more for each code
 * that the others give it.
 *
 * <p>Every history is asked for once a key, not once a request, and in a lateral aggregate, which
 * the planner leaves as it is: it has no statistics about the rows of this transaction, so a join
 * would be planned as if each side held a handful. A request that was refused does not count later,
 * so that a mistake can be cured under the next number.
 */
final class JdbcFileWideChecks {
  private static final String OWN =
      """
      own as materialized (select number, request_id, officers, codes, reason_key, case_key, case_key_last_year,
          subject_key, subject_key_last_year, address_key, address_key_last_year,
          coalesce(subject_key_last_year, subject_key) as subject,
          coalesce(address_key_last_year, address_key) as address,
          coalesce(family_key_last_year, family_key) as family
        from request where file_id = :file),
      """;

  private static final String STORED =
      "select number, request_id, officers, array_to_string(codes, ' ') as code from own";

  /** Whether a row {@code h} of another file is one of the agency's within the days looked back. */
  private static final String LATELY =
      "(select f.agency = :agency and f.received_at between :since and :until from file f where f.id = h.file_id)";

  private static final String NOT_REFUSED =
      "(select s.state <> 'REFUSED' from request_status s where s.file_id = h.file_id and s.number = h.number)";

  /** R31: one case number, two subjects, in this file or before. */
  private static final String CASE_NUMBER =
      """
      select one.number from (
        select case_key, case_key_last_year, array_agg(number) as numbers, array_agg(subject) as subjects,
            count(*) > 1 and count(distinct subject) > 1 as twice
          from own where case_key is not null group by 1, 2) k
      cross join lateral (
        select array_agg(distinct case when h.case_key = k.case_key
            then coalesce(h.subject_key_last_year, h.subject_key) else h.subject_key end) as subjects
          from request h where h.case_key = any(array[k.case_key, k.case_key_last_year]) and :before
            and h.file_id <> :file and %s and %s) before
      cross join lateral unnest(k.numbers, k.subjects) as one (number, subject)
      where k.twice or one.subject <> any(before.subjects)
      """
          .formatted(LATELY, NOT_REFUSED);

  /** R30: one text on more requests than the agreement allows. */
  private static final String REASON =
      """
      select unnest(array_agg(number)) as number from own where reason_key is not null
        group by reason_key having count(*) > :sameReason
      """;

  /** R28: more surnames at one address than the agreement allows. */
  private static final String ADDRESS =
      """
      select unnest(k.numbers) as number from (
        select address_key, address_key_last_year, array_agg(number) as numbers, array_agg(distinct family) as families
          from own where address_key is not null group by 1, 2) k
      cross join lateral (
        select array_agg(distinct case when h.address_key = k.address_key
            then coalesce(h.family_key_last_year, h.family_key) else h.family_key end) as families
          from request h where h.address_key = any(array[k.address_key, k.address_key_last_year]) and :before
            and h.file_id <> :file and %s and %s) before
      where (select count(distinct one) from unnest(k.families || before.families) one) > :recurring
      """
          .formatted(LATELY, NOT_REFUSED);

  /** R33: requests that name an officer with too many open subjects. */
  private static final String OFFICER =
      """
      select own.number from own cross join lateral unnest(own.officers) one
        where one in (select unnest(cast(:loaded as text[])))
      """;

  /** R41: a second request for a subject of this file. */
  private static final String TWICE =
      """
      select number from (
        select number, row_number() over (partition by subject_key order by number) as place from own) placed
      where place > 1
      """;

  /** R41: a subject that is open elsewhere, and one that was asked for with another address. */
  private static final String SUBJECT =
      """
      select one.number, concat_ws(' ',
          case when before.open then '%s' end,
          case when cardinality(before.addresses) >= :repeated - 1 and one.address <> any(before.addresses) then '%s' end) as code
      from (
        select subject_key, subject_key_last_year, array_agg(number) as numbers, array_agg(address) as addresses
          from own group by 1, 2) k
      cross join lateral (
        select bool_or(open) as open, array_agg(address) filter (where lately) as addresses from (
          select (select (select g.answer_by is null or g.answer_by > :at from request_group g where g.id = s.group_id)
                from request_status s where s.file_id = h.file_id and s.number = h.number) as open,
              %s and %s as lately,
              case when h.subject_key = k.subject_key
                then coalesce(h.address_key_last_year, h.address_key) else h.address_key end as address
            from request h where h.subject_key = any(array[k.subject_key, k.subject_key_last_year])
              and :before and h.file_id <> :file) each) before
      cross join lateral unnest(k.numbers, k.addresses) as one (number, address)
      where before.open or cardinality(before.addresses) >= :repeated - 1
      """
          .formatted(
              ReasonCode.R222_DUPLICATE_SUBJECT,
              ReasonCode.R224_REPEATED_SUBJECT,
              LATELY,
              NOT_REFUSED);

  private JdbcFileWideChecks() {}

  /**
   * Common table expressions up to {@code found (number, request_id, officers, code)}; a code may
   * be several, a blank between them.
   *
   * @param comparison null if stage 5 was not reached
   */
  static String found(@Nullable FileLimits comparison) {
    List<String> parts = new ArrayList<>(List.of(STORED));
    if (comparison != null) {
      add(parts, comparison, ReasonCode.R217_CASE_NUMBER_REUSED, CASE_NUMBER);
      add(parts, comparison, ReasonCode.R212_REASON_BOILERPLATE, REASON);
      add(parts, comparison, ReasonCode.R216_RECURRING_ADDRESS, ADDRESS);
      add(parts, comparison, ReasonCode.R218_OFFICER_LOAD, OFFICER);
      add(parts, comparison, ReasonCode.R222_DUPLICATE_SUBJECT, TWICE);
      if (comparison.gives(ReasonCode.R222_DUPLICATE_SUBJECT)) {
        parts.add("select number, null, null, code from (" + SUBJECT + ") more where code <> ''");
      }
    }
    return OWN + "found as (" + String.join("\nunion all\n", parts) + "),\n";
  }

  /** What {@link #found} is asked with, but for the file. */
  static Map<String, Object> numbers(
      FileRow file, FileLimits comparison, JdbcFileHistory.Before before, List<String> loaded) {
    Duration back = Duration.ofDays(comparison.lookBackDays());
    return Map.of(
        "agency", file.agency(),
        "at", Timestamp.from(file.receivedAt()),
        "since", Timestamp.from(file.receivedAt().minus(back)),
        "until", Timestamp.from(comparison.until()),
        "sameReason", comparison.limits().sameReasonRequests(),
        "recurring", comparison.limits().recurringAddressSubjects(),
        "repeated", comparison.repeatedSubjectRequests(),
        "before", before.any(),
        "loaded", loaded.toArray(String[]::new));
  }

  private static void add(
      List<String> parts, FileLimits comparison, ReasonCode code, String numbers) {
    if (comparison.gives(code)) {
      parts.add("select number, null, null, '%s' from (%s) more".formatted(code, numbers));
    }
  }
}
