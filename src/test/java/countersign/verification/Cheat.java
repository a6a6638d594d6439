package countersign.verification;

import countersign.verification.Finding.Fault;

/**
 * What somebody with the owner's rights does to the tables, with triggers off.
 *
 * @param name what was done, as a sentence
 * @param sql the statements
 * @param fault how the finding names it
 * @param table the table that the finding names
 * @param id a query for the id that the finding names, before the cheat; if it has no result then,
 *     after the cheat
 */
record Cheat(String name, String sql, Fault fault, String table, String id) {
  static Cheat missing(String name, String sql, String table, String id) {
    return new Cheat(name, sql, Fault.MISSING, table, id);
  }

  static Cheat extra(String name, String sql, String table, String id) {
    return new Cheat(name, sql, Fault.EXTRA, table, id);
  }

  static Cheat altered(String name, String sql, String table, String id) {
    return new Cheat(name, sql, Fault.ALTERED, table, id);
  }

  @Override
  public String toString() {
    return name;
  }
}
