package countersign.verification;

/** Compares some tables with the ledger's events. Stateless. */
interface TableCheck {

  /** Reads one snapshot of the database as streams and adds what it finds. */
  void run(Snapshot snapshot, Findings findings);
}
