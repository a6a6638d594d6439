package countersign.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The faults that can happen to two gateways and their servers. */
enum Fault {
  GATEWAY_KILLED {
    @Override
    Begun begin(Fleet fleet, Random random) {
      Member member = any(fleet, random);
      member.kill();
      return Begun.silent(other(fleet, member), member::launch);
    }
  },
  BOTH_GATEWAYS_KILLED {
    @Override
    Begun begin(Fleet fleet, Random random) {
      fleet.members().forEach(Member::kill);
      return Begun.silent(
          List.of(),
          () -> {
            fleet.one().launch();
            fleet.two().launch();
          });
    }
  },
  GATEWAY_FROZEN {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      Member member = any(fleet, random);
      List<ProcessHandle> frozen = Signals.tree(member.running().process());
      Signals.freeze(frozen);
      return Begun.silent(other(fleet, member), () -> Signals.thaw(frozen));
    }
  },
  GATEWAYS_STOPPED_IN_TURN {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      fleet.one().stop();
      return Begun.silent(
          List.of(fleet.two()),
          () -> {
            fleet.one().launch();
            fleet.one().running().awaitUp(Fleet.PATIENCE);
            fleet.two().stop();
            fleet.two().launch();
          });
    }
  },
  BROKER_KILLED {
    @Override
    Begun begin(Fleet fleet, Random random) {
      end(fleet.broker().process());
      return Begun.saying("BROKER_DOWN", fleet.members(), fleet::startBroker);
    }
  },
  BROKER_FROZEN {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      List<ProcessHandle> frozen = Signals.tree(fleet.broker().process());
      Signals.freeze(frozen);
      return Begun.saying("BROKER_DOWN", fleet.members(), () -> Signals.thaw(frozen));
    }
  },
  BROKER_LOST_ITS_STORE {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException {
      end(fleet.broker().process());
      Path store = fleet.brokerDisk().seen(fleet.store()).resolve("kahadb");
      try (Stream<Path> files = Files.list(store)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      return Begun.saying("BROKER_DOWN", fleet.members(), fleet::startBroker);
    }
  },
  BROKER_CUT_OFF {
    @Override
    Begun begin(Fleet fleet, Random random) {
      Member member = any(fleet, random);
      member.lines().broker().cut();
      return Begun.saying("BROKER_DOWN", List.of(member), member.lines().broker()::mend);
    }
  },
  BROKER_DISK_FULL {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      fleet.brokerDisk().fill(fleet.store());
      return Begun.silent(fleet.members(), () -> fleet.brokerDisk().free(fleet.store()));
    }
  },
  DATABASE_KILLED {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException {
      ProcessBuilder again = fleet.database().kill();
      return Begun.saying("DATABASE_DOWN", fleet.members(), () -> fleet.startDatabase(again));
    }
  },
  DATABASE_FROZEN {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      List<ProcessHandle> frozen = fleet.database().processes();
      Signals.freeze(frozen);
      return Begun.saying("DATABASE_DOWN", fleet.members(), () -> Signals.thaw(frozen));
    }
  },
  DATABASE_CONNECTIONS_CUT {
    @Override
    Begun begin(Fleet fleet, Random random) {
      Rows rows = Rows.of(fleet.database());
      for (int i = 0; i < 5; i++) {
        rows.list(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename in ('countersign_app', 'countersign_accounts', 'records_reader')");
      }
      return Begun.silent(fleet.members(), () -> {});
    }
  },
  DATABASE_SILENT {
    @Override
    Begun begin(Fleet fleet, Random random) {
      Member member = any(fleet, random);
      member.lines().database().hold();
      return Begun.saying("DATABASE_DOWN", List.of(member), member.lines().database()::mend);
    }
  },
  PARTNER_KILLED {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException {
      fleet.ssh().kill();
      return Begun.saying("SFTP_DOWN", fleet.members(), fleet.ssh()::start).byAny();
    }
  },
  PARTNER_FROZEN {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      List<ProcessHandle> frozen = fleet.ssh().processes();
      Signals.freeze(frozen);
      return Begun.silent(fleet.members(), () -> Signals.thaw(frozen));
    }
  },
  PARTNER_CUT_OFF {
    @Override
    Begun begin(Fleet fleet, Random random) {
      Member member = any(fleet, random);
      member.lines().partner().cut();
      return Begun.silent(fleet.members(), member.lines().partner()::mend);
    }
  },
  PARTNER_CHANGED_ITS_HOST_KEY {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException {
      Path right = fleet.folder().resolve("secrets/sftp/ssh_host_ed25519_key");
      fleet.ssh().kill();
      fleet.ssh().newHostKey();
      fleet.ssh().start();
      return Begun.saying(
              "SFTP_HOST_KEY_CHANGED",
              fleet.members(),
              () -> {
                fleet.ssh().kill();
                fleet.ssh().hostKey(right);
                fleet.ssh().start();
              })
          .byAny();
    }
  },
  JOURNAL_DISK_FULL {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      Member member = any(fleet, random);
      member.disks().fill(member.state());
      return Begun.silent(fleet.members(), () -> member.disks().free(member.state()));
    }
  },
  TEMPORARY_DISK_FULL {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException {
      Member member = any(fleet, random);
      member.disks().fill(member.temporary());
      return Begun.silent(fleet.members(), () -> member.disks().free(member.temporary()));
    }
  },
  CLOCK_A_DAY_AHEAD {
    @Override
    Begun begin(Fleet fleet, Random random) throws IOException {
      Member member = any(fleet, random);
      member.clock().moveTo("+1d");
      return Begun.saying("CLOCK_WRONG", List.of(member), () -> member.clock().moveTo("+0"));
    }
  };

  /** Makes the fault happen; returns how it ends and what is said meanwhile. */
  abstract Begun begin(Fleet fleet, Random random) throws IOException, InterruptedException;

  /** Ends a fault. */
  interface Healing {
    void heal() throws IOException, InterruptedException;
  }

  /**
   * A fault that has begun.
   *
   * @param word what the gateways say; empty if they may not notice it
   * @param lookedAt the gateways whose pages must answer
   * @param all whether each of them says the word, or one of them
   */
  record Begun(String word, List<Member> lookedAt, boolean all, Healing healing) {
    static Begun silent(List<Member> lookedAt, Healing healing) {
      return new Begun("", lookedAt, true, healing);
    }

    static Begun saying(String word, List<Member> lookedAt, Healing healing) {
      return new Begun(word, lookedAt, true, healing);
    }

    /** One gateway works on a partner's folders, so that only this one sees the fault. */
    Begun byAny() {
      return new Begun(word, lookedAt, false, healing);
    }
  }

  private static Member any(Fleet fleet, Random random) {
    return fleet.members().get(random.nextInt(2));
  }

  private static List<Member> other(Fleet fleet, Member member) {
    return fleet.members().stream().filter(one -> one != member).toList();
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
