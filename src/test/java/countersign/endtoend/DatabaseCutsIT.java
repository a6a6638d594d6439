package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.lifecycle.Work;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections to the database are cut in the middle of steps, again and again. */
class DatabaseCutsIT {
  private static final int CUTS = 45;

  @TempDir Path folder;

  @Test
  void forty_five_cuts_under_work_park_nothing_and_every_file_is_answered() throws Exception {
    try (WholeGateway gateway = WholeGateway.quick(folder.resolve("demo"))) {
      PlayedPartner partner = PlayedPartner.of(gateway);
      Desk desk = new Desk(gateway);
      List<String> files = new ArrayList<>();
      files.add(partner.sendsAGoodFile().path("fileId").asString());
      desk.bothSign(files.get(0));
      int cut = 0;
      for (int i = 0; i < CUTS; i++) {
        if (i % 15 == 0) {
          RequestFile file = partner.sendsAFile();
          files.add(file.id());
        }
        cut += cutsAll(gateway);
        await("work between two cuts").pollDelay(Duration.ofMillis(300)).until(() -> true);
      }

      assertThat(cut).as("connections that were cut").isGreaterThan(CUTS);
      for (String file : files) {
        await("the acknowledgement of " + file)
            .atMost(Duration.ofMinutes(2))
            .until(() -> !partner.lists("outbox", file + ".ack").isEmpty());
      }
      await("the response to " + files.get(0))
          .atMost(Duration.ofMinutes(2))
          .until(() -> partner.lists("outbox", files.get(0) + ".rsp").size() == 1);
      assertThat(gateway.bean(Work.class).rows(null, true, 10)).isEmpty();
      assertThat(gateway.rows().list("select subject from event where verb = 'park'")).isEmpty();
      assertThat(gateway.rows().list("select entry from inbox_failure where tries >= 3")).isEmpty();
      assertThat(gateway.rows().list("select id from file where state = 'QUARANTINED'")).isEmpty();
    }
  }

  private static int cutsAll(WholeGateway gateway) throws SQLException, IOException {
    String url = gateway.parts().superuserUrl("postgres");
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname ="
                    + " 'countersign'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
