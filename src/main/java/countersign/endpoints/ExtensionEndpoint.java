package countersign.endpoints;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * An endpoint of a further jar under the gateway's name for it, by which the lock of the endpoints
 * knows it. It sends only.
 */
final class ExtensionEndpoint extends DefaultEndpoint {
  private final Endpoint inner;

  ExtensionEndpoint(String uri, Component component, Endpoint inner) {
    super(uri, component);
    this.inner = inner;
  }

  @Override
  public Producer createProducer() throws Exception {
    return inner.createProducer();
  }

  @Override
  public AsyncProducer createAsyncProducer() throws Exception {
    return inner.createAsyncProducer();
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("No route begins with " + getEndpointUri());
  }

  @Override
  public boolean isSingleton() {
    return inner.isSingleton();
  }

  @Override
  protected void doStart() throws Exception {
    ServiceHelper.startService(inner);
  }

  @Override
  protected void doStop() throws Exception {
    ServiceHelper.stopService(inner);
  }
}
