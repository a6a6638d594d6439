package countersign.request;

/**
 * Every reason the gateway can give, the same word in an acknowledgement, the ledger, a log line
 * and the runbook. A code never carries a person's data.
 *
 * @see <a href="../../../../../docs/rules.md">the rules and their sources</a>
 */
public enum ReasonCode {
  /** The file is not one OpenPGP message encrypted to the gateway, or it is damaged. */
  F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED(
      Tier.REJECT,
      "The file is not one OpenPGP message encrypted to the gateway, or it is damaged."),
  /** The file is not signed by exactly one valid key that is pinned for this partner. */
  F102_SIGNATURE_INVALID(
      Tier.REJECT,
      "The file is not signed by exactly one valid key that is pinned for this partner."),
  /** The file's name does not match the published pattern, or disagrees with its header. */
  F103_FILENAME(
      Tier.REJECT,
      "The file's name does not match the published pattern, or disagrees with its header."),
  /** This file id or this content was used before. */
  F104_DUPLICATE_FILE(Tier.REJECT, "This file id or this content was used before."),
  /** A smaller number of the agency's sequence has not been used yet. */
  F105_SEQUENCE_GAP(Tier.HOLD, "A smaller number of the agency's sequence has not been used yet."),
  /** The trailer's counts differ from the file's. */
  F106_COUNT_MISMATCH(Tier.REJECT, "The trailer's counts differ from the file's."),
  /** The trailer's hash totals differ from the file's. */
  F107_HASH_MISMATCH(Tier.REJECT, "The trailer's hash totals differ from the file's."),
  /** Header or trailer is missing, repeated or in the wrong place. */
  F108_HEADER_TRAILER_MISSING(
      Tier.REJECT, "Header or trailer is missing, repeated or in the wrong place."),
  /** The record does not follow the published schema. */
  F109_SCHEMA(Tier.REJECT, "The record does not follow the published schema."),
  /** A test file reached production, or a production file the test gateway. */
  F110_TEST_IN_PROD(
      Tier.REJECT, "A test file reached production, or a production file the test gateway."),
  /** A taxpayer number outside the synthetic range was sent to the test gateway. */
  F111_REAL_LOOKING_IN_TEST(
      Tier.REJECT, "A taxpayer number outside the synthetic range was sent to the test gateway."),
  /** The file exceeds a size, ratio or line limit. */
  F112_THREAT_SCAN(Tier.REJECT, "The file exceeds a size, ratio or line limit."),
  /** The file names so many subjects that a person must look at it. */
  F113_LARGE_VOLUME(Tier.HOLD, "The file names so many subjects that a person must look at it."),
  /** The file names more subjects than the agreement's cap. */
  F114_CAP_EXCEEDED(Tier.HOLD, "The file names more subjects than the agreement's cap."),
  /** The file repeats subjects of a refused file without saying what was cured. */
  F115_UNCURED_RESUBMISSION(
      Tier.REJECT, "The file repeats subjects of a refused file without saying what was cured."),
  /** The gateway could not judge the file in time; operations staff have been told. */
  F120_NOT_JUDGED(
      Tier.HOLD, "The gateway could not judge the file in time; operations staff have been told."),
  /** Disclosure is switched off. */
  A100_DISCLOSURE_DISABLED(Tier.BLOCK, "Disclosure is switched off."),
  /**
   * The requester is not registered as head of the agency, Inspector General or listed officer, or
   * did not sign.
   */
  A101_REQUESTER_NOT_AUTHORIZED(
      Tier.REJECT,
      "The requester is not registered as head of the agency, Inspector General or listed officer, or did not sign."),
  /** The delegation instrument is missing, not approved or not in date. */
  A102_DELEGATION_INVALID(
      Tier.REJECT, "The delegation instrument is missing, not approved or not in date."),
  /** The agency's safeguards are not shown to be met. */
  A103_SAFEGUARDS_NOT_MET(Tier.BLOCK, "The agency's safeguards are not shown to be met."),
  /** A court order forbids it. */
  A104_COURT_ORDER_IN_FORCE(Tier.BLOCK, "A court order forbids it."),
  /** The statute cited is not on the list of nontax federal criminal statutes. */
  A105_STATUTE_NOT_CRIMINAL_NONTAX(
      Tier.REJECT, "The statute cited is not on the list of nontax federal criminal statutes."),
  /** The purpose is missing or is not a criminal one. */
  A106_CIVIL_PURPOSE(Tier.REJECT, "The purpose is missing or is not a criminal one."),
  /** The sole-use attestation is missing, old or altered. */
  A107_ATTESTATION(Tier.REJECT, "The sole-use attestation is missing, old or altered."),
  /** Only the mailing address can be asked for under this paragraph. */
  A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER(
      Tier.REJECT, "Only the mailing address can be asked for under this paragraph."),
  /** The agreement is unknown, not in force, or not for this agency and environment. */
  A109_AGREEMENT_NOT_IN_FORCE(
      Tier.REJECT,
      "The agreement is unknown, not in force, or not for this agency and environment."),
  /** Counsel refused. */
  A110_COUNSEL_REFUSED(Tier.REJECT, "Counsel refused."),
  /** A rule change carries no rationale or too few signatures. */
  A111_RULE_CHANGE_UNJUSTIFIED(
      Tier.REJECT, "A rule change carries no rationale or too few signatures."),
  /** A person refused what was held. */
  A112_HOLD_REFUSED(Tier.REJECT, "A person refused what was held."),
  /** Nobody decided in time what was held. */
  A113_HOLD_LAPSED(Tier.REJECT, "Nobody decided in time what was held."),
  /** The reason speaks of a civil purpose. */
  A116_PURPOSE_TEXT_REVIEW(Tier.HOLD, "The reason speaks of a civil purpose."),
  /** A condition that the agreement adds refuses it. */
  A117_AGREEMENT_CONDITION(Tier.REJECT, "A condition that the agreement adds refuses it."),
  /** A condition that the agreement adds has a person look at it. */
  A118_AGREEMENT_CONDITION_REVIEW(
      Tier.HOLD, "A condition that the agreement adds has a person look at it."),
  /** Given name or family name is missing. */
  R201_NAME_MISSING(Tier.REJECT, "Given name or family name is missing."),
  /** The request states no address. */
  R202_ADDRESS_MISSING(Tier.REJECT, "The request states no address."),
  /** The address has no complete delivery line, or no city. */
  R203_ADDRESS_INCOMPLETE(Tier.REJECT, "The address has no complete delivery line, or no city."),
  /** The address is a placeholder, not an address. */
  R204_ADDRESS_PLACEHOLDER(Tier.REJECT, "The address is a placeholder, not an address."),
  /** A custodial or institutional address without a delivery line. */
  R205_FACILITY_NO_LOCATOR(
      Tier.REJECT, "A custodial or institutional address without a delivery line."),
  /** A ZIP code or last line is not an address. */
  R207_ZIP_ONLY(Tier.REJECT, "A ZIP code or last line is not an address."),
  /** State or ZIP is missing, unknown, or they disagree. */
  R208_STATE_ZIP_INVALID(Tier.REJECT, "State or ZIP is missing, unknown, or they disagree."),
  /** The tax periods are missing or not a closed list of valid years. */
  R209_TAX_PERIOD(Tier.REJECT, "The tax periods are missing or not a closed list of valid years."),
  /** The statute is missing or is not a citation. */
  R210_STATUTE_MISSING(Tier.REJECT, "The statute is missing or is not a citation."),
  /** The specific reason is missing or does not mention the case. */
  R211_REASON_MISSING(Tier.REJECT, "The specific reason is missing or does not mention the case."),
  /** The same reason stands on too many requests. */
  R212_REASON_BOILERPLATE(Tier.HOLD, "The same reason stands on too many requests."),
  /** No officer personally and directly engaged is named. */
  R213_OFFICER_MISSING(Tier.REJECT, "No officer personally and directly engaged is named."),
  /** A named officer is not enrolled, not the agency's, or not an investigator. */
  R214_OFFICER_NOT_ELIGIBLE(
      Tier.REJECT, "A named officer is not enrolled, not the agency's, or not an investigator."),
  /** The address is an institution's. */
  R215_IN_CUSTODY_REVIEW(Tier.HOLD, "The address is an institution's."),
  /** Too many unrelated subjects share the address. */
  R216_RECURRING_ADDRESS(Tier.HOLD, "Too many unrelated subjects share the address."),
  /** The case number is used for another subject. */
  R217_CASE_NUMBER_REUSED(Tier.REJECT, "The case number is used for another subject."),
  /** Too many open subjects name the officer. */
  R218_OFFICER_LOAD(Tier.HOLD, "Too many open subjects name the officer."),
  /** One officer is named for an implausible number of subjects. */
  R219_OFFICER_IMPLAUSIBLE(
      Tier.REJECT, "One officer is named for an implausible number of subjects."),
  /** No active criminal case is stated for the subject. */
  R220_NO_ACTIVE_CRIMINAL_CASE(Tier.REJECT, "No active criminal case is stated for the subject."),
  /** The name is a placeholder. */
  R221_NAME_PLACEHOLDER(Tier.REJECT, "The name is a placeholder."),
  /** The subject stands in the file twice or is open elsewhere. */
  R222_DUPLICATE_SUBJECT(Tier.REJECT, "The subject stands in the file twice or is open elsewhere."),
  /** Neither a taxpayer number nor a birth date is given. */
  R223_NO_SECOND_IDENTIFIER(Tier.REJECT, "Neither a taxpayer number nor a birth date is given."),
  /** The subject was asked for repeatedly with different addresses. */
  R224_REPEATED_SUBJECT(
      Tier.HOLD, "The subject was asked for repeatedly with different addresses."),
  /**
   * The date on which the removal order became final is missing, in the future or contradictory.
   */
  R230_FINAL_ORDER_DATE(
      Tier.REJECT,
      "The date on which the removal order became final is missing, in the future or contradictory."),
  /** Ninety days have not passed since the order became final. */
  R231_NINETY_DAYS_NOT_ELAPSED(
      Tier.REJECT, "Ninety days have not passed since the order became final."),
  /** The order is not shown to be final. */
  R232_ORDER_NOT_FINAL(Tier.REJECT, "The order is not shown to be final."),
  /** The order does not rest on a class of 8 U.S.C. 1227(a). */
  R233_NOT_1227A_CLASS(Tier.REJECT, "The order does not rest on a class of 8 U.S.C. 1227(a)."),
  /** A protected or pending status is declared. */
  R234_PROTECTED_STATUS(Tier.HOLD, "A protected or pending status is declared."),
  /** The protected status is not stated. */
  R235_STATUS_NOT_STATED(Tier.REJECT, "The protected status is not stated."),
  /** The order's number or issuer is missing or malformed. */
  R236_ORDER_NUMBER(Tier.REJECT, "The order's number or issuer is missing or malformed."),
  /** The elements of the cited paragraph are not stated. */
  R237_ELEMENTS_NOT_STATED(Tier.REJECT, "The elements of the cited paragraph are not stated."),
  /** The taxpayer number is not a valid SSN or ITIN. */
  M300_TIN_FORMAT(Tier.REJECT, "The taxpayer number is not a valid SSN or ITIN."),
  /** No record has this taxpayer number. */
  M301_NO_RECORD_TIN(Tier.REJECT, "No record has this taxpayer number."),
  /** The record's name differs. */
  M302_NAME_CONTROL_MISMATCH(Tier.REJECT, "The record's name differs."),
  /** The stated address is none of the taxpayer's. */
  M303_ADDRESS_NOT_OF_TAXPAYER(Tier.REJECT, "The stated address is none of the taxpayer's."),
  /** More than one record fits. */
  M304_AMBIGUOUS(Tier.REJECT, "More than one record fits."),
  /** No record fits. */
  M305_NO_MATCH(Tier.REJECT, "No record fits."),
  /** Only a similar record fits. */
  M306_FUZZY_ONLY(Tier.HOLD, "Only a similar record fits."),
  /** The address is from outside the periods asked for. */
  M307_OUTSIDE_PERIOD(Tier.HOLD, "The address is from outside the periods asked for."),
  /** Nothing is disclosed. */
  M399_NOT_DISCLOSED(Tier.REJECT, "Nothing is disclosed."),
  /** Disclosure would identify an informant or impair an investigation. */
  D401_IMPAIRMENT(
      Tier.REJECT, "Disclosure would identify an informant or impair an investigation."),
  /** A reviewer refused. */
  D403_APPROVER_REFUSED(Tier.REJECT, "A reviewer refused."),
  /** Both approvals would be by the same person. */
  D404_SAME_APPROVER(Tier.BLOCK, "Both approvals would be by the same person."),
  /** The first approval has lapsed. */
  D405_APPROVAL_EXPIRED(Tier.BLOCK, "The first approval has lapsed."),
  /** The draft is not the one that was shown. */
  D406_MANIFEST_CHANGED(Tier.BLOCK, "The draft is not the one that was shown."),
  /** A field that is not granted was dropped. */
  D407_REDACTED(Tier.REJECT, "A field that is not granted was dropped."),
  /** The output holds something that is not on the allow-list. */
  D408_OUTPUT_NOT_ALLOWED(Tier.BLOCK, "The output holds something that is not on the allow-list."),
  /** The response cannot be encrypted as the rules demand. */
  D409_CRYPTO(Tier.BLOCK, "The response cannot be encrypted as the rules demand."),
  /** The accounting could not be written. */
  D410_ACCOUNTING_UNAVAILABLE(Tier.BLOCK, "The accounting could not be written."),
  /** A delivery receipt is overdue. */
  S501_NO_RECEIPT(Tier.BLOCK, "A delivery receipt is overdue."),
  /** A disposition is overdue. */
  S502_DISPOSITION_OVERDUE(Tier.BLOCK, "A disposition is overdue."),
  /** The response was recalled. */
  S503_RECALLED(Tier.BLOCK, "The response was recalled."),
  /** An incident is open. */
  S504_INCIDENT(Tier.BLOCK, "An incident is open."),
  /** The ledger does not verify. */
  S505_AUDIT_TAMPER(Tier.BLOCK, "The ledger does not verify."),
  /** Access was refused. */
  S506_ACCESS(Tier.BLOCK, "Access was refused."),
  /** The response named is unknown. */
  S507_UNKNOWN_RESPONSE(Tier.REJECT, "The response named is unknown."),
  /** The hash stated is not the response's. */
  S508_HASH_DIFFERS(Tier.REJECT, "The hash stated is not the response's.");

  private final Tier tier;
  private final String sentence;

  ReasonCode(Tier tier, String sentence) {
    this.tier = tier;
    this.sentence = sentence;
  }

  /** How hard this no is. */
  public Tier tier() {
    return tier;
  }

  /** What it means, one sentence that a partner's developer can act on. */
  public String sentence() {
    return sentence;
  }
}
