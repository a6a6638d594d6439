package countersign.intake;

import countersign.accounting.Accounting;
import countersign.vault.Vault;

/**
 * Where intake keeps things.
 *
 * @param files files and their sealed bytes
 * @param requests requests and where each stands
 * @param whole files as a whole
 * @param answers acknowledgements, groups and slices
 * @param accounting the accounting
 * @param vault keys
 */
record Stores(
    JdbcFiles files,
    JdbcRequests requests,
    JdbcFileHistory whole,
    JdbcDueAcknowledgements answers,
    Accounting accounting,
    Vault vault) {}
