package countersign.demo;

import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal.JournalDiskSyncStrategy;

/**
 * ActiveMQ Classic in this process. Writes every message to disk before acknowledging it; reachable
 * only from this process.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** Address for clients in this process; connecting never creates a second broker. */
  public static final String URL =
      "vm://countersign?create=false&jms.redeliveryPolicy.maximumRedeliveries=6&jms.redeliveryPolicy.initialRedeliveryDelay=200&jms.redeliveryPolicy.useExponentialBackOff=true&jms.redeliveryPolicy.backOffMultiplier=2";

  private final BrokerService broker;

  private EmbeddedBroker(BrokerService broker) {
    this.broker = broker;
  }

  /**
   * Starts a broker with its store in this folder.
   *
   * @throws IllegalStateException if it does not start
   */
  public static EmbeddedBroker start(Path directory) {
    BrokerService broker = new BrokerService();
    try {
      broker.setBrokerName("countersign");
      broker.setDataDirectoryFile(directory.toFile());
      broker.setPersistenceAdapter(store(directory));
      broker.setUseJmx(true);
      broker.getManagementContext().setCreateConnector(false);
      broker.setUseShutdownHook(false);
      broker.setSchedulerSupport(false);
      // Wildcard consumers of DLQ.> learn of new queues through advisory messages.
      broker.setAdvisorySupport(true);
      broker.setDestinationPolicy(policies());
      broker.getSystemUsage().getMemoryUsage().setLimit(32L << 20);
      broker.getSystemUsage().getStoreUsage().setLimit(1L << 30);
      broker.getSystemUsage().getTempUsage().setLimit(64L << 20);
      broker.start();
      broker.waitUntilStarted();
      return new EmbeddedBroker(broker);
    } catch (Exception e) {
      throw new IllegalStateException("The message broker does not start in " + directory, e);
    }
  }

  private static KahaDBPersistenceAdapter store(Path directory) {
    KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
    store.setDirectory(directory.resolve("kahadb").toFile());
    store.setJournalDiskSyncStrategy(JournalDiskSyncStrategy.ALWAYS.name());
    store.setJournalMaxFileLength(8 << 20);
    store.setConcurrentStoreAndDispatchQueues(false);
    store.setCheckForCorruptJournalFiles(true);
    store.setIgnoreMissingJournalfiles(true); // the gateway fills the queues from the database
    store.setChecksumJournalFiles(true);
    store.setArchiveCorruptedIndex(true);
    return store;
  }

  private static PolicyMap policies() {
    IndividualDeadLetterStrategy letters = new IndividualDeadLetterStrategy();
    letters.setQueuePrefix("DLQ.");
    letters.setUseQueueForQueueMessages(true);
    letters.setProcessExpired(true);
    letters.setProcessNonPersistent(true);
    PolicyEntry everyQueue = new PolicyEntry();
    everyQueue.setQueue(">");
    everyQueue.setDeadLetterStrategy(letters);
    PolicyMap policies = new PolicyMap();
    policies.setDefaultEntry(everyQueue);
    return policies;
  }

  /**
   * Stops the broker; queued messages stay on disk.
   *
   * @throws IllegalStateException if it does not stop cleanly
   */
  @Override
  public void close() {
    try {
      broker.stop();
      broker.waitUntilStopped();
    } catch (Exception e) {
      throw new IllegalStateException("The message broker does not stop cleanly", e);
    }
  }
}
