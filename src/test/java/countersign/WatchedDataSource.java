package countersign;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that passes every statement to {@link TableOwners} before it runs: prepared and
 * plain statements and COPY.
 */
public final class WatchedDataSource extends DelegatingDataSource {

  /** Wraps a data source. */
  public WatchedDataSource(DataSource watched) {
    super(watched);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watched(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return watched(super.getConnection(user, password));
  }

  private static Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement", "prepareCall" -> {
                TableOwners.check((String) arguments[0]);
                yield invoke(connection, method, arguments);
              }
              case "createStatement" -> watched((Statement) invoke(connection, method, arguments));
              case "unwrap" -> unwrapped(connection, (Class<?>) arguments[0]);
              default -> invoke(connection, method, arguments);
            });
  }

  private static Statement watched(Statement statement) {
    return proxy(
        Statement.class,
        statement,
        (method, arguments) -> {
          if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            TableOwners.check(sql);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Object unwrapped(Connection connection, Class<?> type) throws SQLException {
    if (type != PGConnection.class) {
      return connection.unwrap(type);
    }
    PGConnection driver = connection.unwrap(PGConnection.class);
    CopyManager copy = new WatchedCopy(connection.unwrap(BaseConnection.class));
    return proxy(
        PGConnection.class,
        driver,
        (method, arguments) ->
            method.getName().equals("getCopyAPI") ? copy : invoke(driver, method, arguments));
  }

  private static final class WatchedCopy extends CopyManager {
    WatchedCopy(BaseConnection connection) throws SQLException {
      super(connection);
    }

    @Override
    public CopyIn copyIn(String sql) throws SQLException {
      TableOwners.check(sql);
      return super.copyIn(sql);
    }
  }

  private interface Call {
    Object on(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, T target, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> "watched " + target;
                  default -> call.on(method, arguments);
                }));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
