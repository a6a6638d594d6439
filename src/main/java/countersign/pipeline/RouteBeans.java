package countersign.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/**
 * What routes find when they name a bean: the steps, the handlers of failures, the components, and
 * of Spring's other beans only those of Camel's own types. So a route cannot reach the vault, a
 * data source or a repository.
 */
final class RouteBeans implements BeanRepository {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("intake", "routeIntakeSteps"),
          Map.entry("receipts", "routeReceiptSteps"),
          Map.entry("receipt", "receiptFormat"),
          Map.entry("records", "routeRecordSteps"),
          Map.entry("redactor", "routeRedactorSteps"),
          Map.entry("approvals", "routeApprovalSteps"),
          Map.entry("jdbcFindAddresses", "routeSourceSteps"),
          Map.entry("recordSource", "routeOutsideSourceSteps"),
          Map.entry("delivery", "routeDeliverySteps"),
          Map.entry("routeErrorHandler", "routeErrorHandler"),
          Map.entry("outboxConflictHandler", "outboxConflictHandler"),
          Map.entry("activemq6", "activemq6"),
          Map.entry("sftp", "sftp"),
          Map.entry("records-https", "records-https"),
          Map.entry("records-queue", "records-queue"),
          Map.entry("records-extension", "records-extension"),
          Map.entry("recordReply", "recordReply"),
          Map.entry("notify-mail", "notify-mail"),
          Map.entry("notify-webhook", "notify-webhook"),
          Map.entry("notify-queue", "notify-queue"),
          Map.entry("notify-topic", "notify-topic"));

  private final BeanRepository all;

  /**
   * A view of the application's beans.
   *
   * @param all every bean of the application
   */
  RouteBeans(BeanRepository all) {
    this.all = all;
  }

  @Override
  public @Nullable Object lookupByName(String name) {
    String bean = NAMES.get(name);
    return bean == null ? null : all.lookupByName(bean);
  }

  @Override
  public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
    String bean = NAMES.get(name);
    return bean == null ? null : all.lookupByNameAndType(bean, type);
  }

  @Override
  public <T> Map<String, T> findByTypeWithName(Class<T> type) {
    return isOfCamel(type) ? all.findByTypeWithName(type) : new LinkedHashMap<>();
  }

  @Override
  public <T> Set<T> findByType(Class<T> type) {
    return isOfCamel(type) ? all.findByType(type) : Set.of();
  }

  @Override
  public <T> @Nullable T findSingleByType(Class<T> type) {
    return isOfCamel(type) ? all.findSingleByType(type) : null;
  }

  private static boolean isOfCamel(Class<?> type) {
    return type.getName().startsWith("org.apache.camel.");
  }
}
