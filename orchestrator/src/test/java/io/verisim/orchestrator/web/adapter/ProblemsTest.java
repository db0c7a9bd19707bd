package io.verisim.orchestrator.web.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class ProblemsTest {

    private static final SQLTransientConnectionException TIMED_OUT =
            new SQLTransientConnectionException("Connection is not available, request timed out after 10000ms");

    static Stream<RuntimeException> databaseTroubles() {
        return Stream.of(
                new CannotGetJdbcConnectionException("Failed to obtain JDBC Connection", TIMED_OUT),
                new CannotCreateTransactionException("Could not open JDBC Connection", TIMED_OUT),
                new DataAccessResourceFailureException("An I/O error occurred"),
                new QueryTimeoutException("canceled"));
    }

    @ParameterizedTest
    @MethodSource("databaseTroubles")
    void aDatabaseThatIsAwayIsNoFaultOfTheProgramAndPasses(RuntimeException trouble) throws Exception {
        ResponseEntity<?> answer = answer(trouble);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        assertThat(properties(answer))
                .containsEntry("code", "DATABASE_UNAVAILABLE")
                .containsKey("remedy");
    }

    @Test
    void soDoesABroker() throws Exception {
        ResponseEntity<?> answer = answer(new AmqpConnectException(new ConnectException("refused")));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(properties(answer)).containsEntry("code", "BROKER_UNAVAILABLE");
    }

    @Test
    void aBugIsOne() throws Exception {
        ResponseEntity<?> answer = answer(new IllegalStateException("never"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(properties(answer)).containsEntry("code", "UNEXPECTED");
    }

    private static Map<String, Object> properties(ResponseEntity<?> answer) {
        return Objects.requireNonNull(((ProblemDetail) Objects.requireNonNull(answer.getBody())).getProperties());
    }

    /** As Spring finds and calls the handler. */
    private static ResponseEntity<?> answer(RuntimeException trouble) throws Exception {
        WebRequest request = (WebRequest) Proxy.newProxyInstance(
                ProblemsTest.class.getClassLoader(), new Class<?>[] {WebRequest.class}, (proxy, method, args) -> null);
        Method handler =
                Objects.requireNonNull(new ExceptionHandlerMethodResolver(Problems.class).resolveMethod(trouble));
        handler.setAccessible(true);
        return (ResponseEntity<?>) Objects.requireNonNull(handler.invoke(new Problems(), trouble, request));
    }
}
