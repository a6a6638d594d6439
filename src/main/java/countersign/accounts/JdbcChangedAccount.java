package countersign.accounts;

import countersign.accounts.AccountChanges.Kind;
import countersign.accounts.AccountChanges.Proposal;
import countersign.accounts.ChangeRefused.Why;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Writes a confirmed change into the table {@code account}. Thread-safe. */
final class JdbcChangedAccount {
  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;

  JdbcChangedAccount(JdbcClient jdbc, PasswordEncoder encoder) {
    this.jdbc = jdbc;
    this.encoder = encoder;
  }

  /** Changes the account; returns the password that was made. */
  @Nullable String change(Proposal proposal, Instant at) {
    Timestamp now = Timestamp.from(at);
    String made =
        proposal.kind() == Kind.CREATE || proposal.kind() == Kind.RESET
            ? Passwords.generate()
            : null;
    int changed =
        switch (proposal.kind()) {
          case CREATE -> insert(encoder.encode(made), now, proposal);
          case ROLES ->
              changed(
                  "update account set roles = ?, version = version + 1, proposal = ? where account = ?",
                  JdbcAccounts.words(proposal.roles()),
                  proposal);
          case RESET -> reset(encoder.encode(made), now, proposal);
          case DISABLE ->
              changed(
                  "update account set disabled_at = ?, version = version + 1, proposal = ? where account = ?",
                  now,
                  proposal);
          case ENABLE -> enable(proposal);
        };
    if (changed == 0) {
      throw new ChangeRefused(Why.UNKNOWN, "No account has this name.");
    }
    return made;
  }

  private int enable(Proposal proposal) {
    return jdbc.sql(
            "update account set disabled_at = null, version = version + 1, proposal = ? where account = ?")
        .params(proposal.id(), proposal.account())
        .update();
  }

  private int changed(String sql, Object value, Proposal proposal) {
    return jdbc.sql(sql).param(value).param(proposal.id()).param(proposal.account()).update();
  }

  private int insert(@Nullable String hash, Timestamp now, Proposal proposal) {
    return jdbc.sql(
            """
            insert into account (account, password, roles, created_at, password_set_at, proposal)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(proposal.account())
        .param(hash)
        .param(JdbcAccounts.words(proposal.roles()))
        .param(now)
        .param(now)
        .param(proposal.id())
        .update();
  }

  private int reset(@Nullable String hash, Timestamp now, Proposal proposal) {
    jdbc.sql("update sign_in_source set failed = 0, locked_until = null where account = ?")
        .param(proposal.account())
        .update();
    return jdbc.sql(
            """
            update account set version = version + 1, proposal = ?, password = ?, failed = 0, locked_until = null,
              password_set_at = greatest(?, password_set_at + interval '1 millisecond')
            where account = ?
            """)
        .params(proposal.id(), hash, now, proposal.account())
        .update();
  }
}
