package io.verisim.embedded.junit;

import io.verisim.embedded.connection.ServiceConnections;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests broker, database and object store: {@code @ExtendWith(VerisimServices.class)}, then a parameter of
 * the constructor or of a method of type {@link TestServices}, or of {@link ServiceConnections} for fresh ones. Servers are started once for all tests
 * of the JVM, embedded ones by default; {@code VERISIM_TEST_RABBITMQ} and {@code VERISIM_TEST_POSTGRES} (addresses), or
 * {@code -Dverisim.services=true} (the usual ports), choose real ones. A real one that is missing fails the test.
 */
public final class VerisimServices implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(VerisimServices.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isService(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return service(context, parameter.getParameter().getType());
    }

    private static boolean isService(Class<?> type) {
        return type == TestServices.class || type == ServiceConnections.class;
    }

    private static Object service(ExtensionContext context, Class<?> type) {
        TestServices services = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        ServicePool.class,
                        key -> ServicePool.of(RequestedServices.from(System.getProperties(), System.getenv())),
                        ServicePool.class);
        return type == TestServices.class ? services : services.freshConnections();
    }
}
