package countersign.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "options=-c%20search_path=evil",
        "socketFactory=org.example.Evil",
        "socketFactoryArg=x",
        "sslfactory=org.example.Evil",
        "sslhostnameverifier=org.example.Evil",
        "sslpasswordcallback=org.example.Evil",
        "loggerFile=/tmp/x",
        "loggerLevel=TRACE",
        "authenticationPluginClassName=org.example.Evil",
        "xmlFactoryFactory=LEGACY_INSECURE",
        "requireAuth=password",
        "service=evil",
        "currentSchema=evil",
        "user=evil",
        "kerberosServerName=x",
        "jaasApplicationName=x",
        "socket%46actory=x",
        "sslmode=disable&options=x",
        "sslmode=a b"
      })
  void a_parameter_that_is_not_listed_is_refused(String parameter) {
    assertThat(ServerAddress.databaseObjection("jdbc:postgresql://db:5432/x?" + parameter))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vm://evil?brokerConfig=xbean:file:/tmp/evil.xml",
        "vm://evil?create=false&brokerConfig=xbean:file:/tmp/evil.xml",
        "vm://evil",
        "vm:(broker:(tcp://0.0.0.0:1)?persistent=false)",
        "tcp://h:1?jms.trustAllPackages=true",
        "tcp://h:1?jms.trustedPackages=x",
        "tcp://h:1?jms.password=x",
        "failover:(tcp://h:1?jms.trustAllPackages=true)",
        "failover:(tcp://h:1)?jms.trustAllPackages=true",
        "failover:(tcp://h:1,vm://x?brokerConfig=xbean:y)",
        "failover:(tcp://h:1)?updateURIsURL=file:/tmp/x",
        "failover:(tcp://h:1)?priorityURIs=tcp://evil:1",
        "failover:(tcp://h:1)?transportListener=evil",
        "discovery:(multicast://default)",
        "http://h:1",
        "tcp://h:1?trace=true&logWriterName=org.example.Evil"
      })
  void an_address_of_a_broker_that_says_more_is_refused(String address) {
    assertThat(ServerAddress.brokerObjection(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://database:5432/countersign",
        "jdbc:postgresql://127.0.0.1:5432/records?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "jdbc:postgresql://a:5432,b:5432/x?targetServerType=primary",
        "jdbc:postgresql://[::1]:5432/x"
      })
  void an_address_of_a_database_is_accepted(String address) {
    assertThat(ServerAddress.databaseObjection(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failover:(tcp://broker:61616)?jms.redeliveryPolicy.maximumRedeliveries=6",
        "failover:(ssl://a:61617,ssl://b:61617)?randomize=false&timeout=3000",
        "nio+ssl://a:61617?socket.verifyHostName=true",
        "vm://countersign?create=false&jms.redeliveryPolicy.backOffMultiplier=2",
        "tcp://127.0.0.1:1"
      })
  void an_address_of_a_broker_is_accepted(String address) {
    assertThat(ServerAddress.brokerObjection(address)).isEmpty();
  }

  @Test
  void an_objection_names_the_parameter_and_not_its_value() {
    assertThat(ServerAddress.databaseObjection("jdbc:postgresql://h/x?sslfactory=secret"))
        .contains("the parameter sslfactory");
  }
}
