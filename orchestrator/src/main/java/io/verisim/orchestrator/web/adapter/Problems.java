package io.verisim.orchestrator.web.adapter;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.configuration.ConfigurationReader;
import io.verisim.orchestrator.lifecycle.IllegalTransition;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import io.verisim.orchestrator.workflow.domain.NoSuchQuestion;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong into a problem document (RFC 9457) with code, remedy and trace id, in one place. */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<Object> classified(VerisimException e, WebRequest request) {
        ErrorDetail detail = e.detail();
        ProblemDetail problem = problem(status(detail.category()), detail.code(), detail.message(), detail.remedy());
        detail.context().forEach(problem::setProperty);
        return answer(problem, request);
    }

    private static HttpStatus status(ErrorCategory category) {
        return switch (category) {
            case CONFIGURATION -> HttpStatus.BAD_REQUEST;
            case DATA -> HttpStatus.UNPROCESSABLE_CONTENT;
            case INTEGRATION -> HttpStatus.BAD_GATEWAY;
            case RESOURCE -> HttpStatus.INSUFFICIENT_STORAGE;
            case TRANSIENT -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(ConfigurationReader.Invalid e, WebRequest request) {
        ConfigurationReader.Problem first = e.problems().getFirst();
        String place = first.pointer().isEmpty() ? "" : "At " + first.pointer() + ": ";
        String more =
                e.problems().size() == 1 ? "" : " There are " + (e.problems().size() - 1) + " more problems.";
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                "CONFIGURATION_INVALID",
                "The configuration is not valid. " + place + first.message() + more,
                "Correct the places listed; the schema is at /api/v1/schemas/workflow.");
        problem.setProperty("errors", e.problems());
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> illegal(IllegalTransition e, WebRequest request) {
        ProblemDetail problem = problem(
                HttpStatus.CONFLICT,
                "ILLEGAL_TRANSITION",
                "A workflow that is " + e.state() + " does not know " + e.trigger() + ".",
                "Look at its present state; somebody may have been faster.");
        problem.setProperty("state", e.state());
        problem.setProperty("event", e.trigger());
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(NoSuchWorkflow e, WebRequest request) {
        return answer(
                problem(
                        HttpStatus.NOT_FOUND,
                        "WORKFLOW_UNKNOWN",
                        e.getMessage() + ".",
                        "GET /api/v1/workflows lists them."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> closed(NoSuchQuestion e, WebRequest request) {
        return answer(
                problem(HttpStatus.CONFLICT, "QUESTION_CLOSED", e.getMessage() + ".", "Nothing is left to do."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException e, WebRequest request) {
        return answer(
                problem(
                        HttpStatus.BAD_REQUEST,
                        "PARAMETER_INVALID",
                        "Parameter '" + e.getName() + "' is not valid.",
                        "Identifiers are UUIDs, numbers are whole."),
                request);
    }

    /** The same kinds that the listener takes for a database that is away. */
    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        NonTransientDataAccessResourceException.class,
        TransactionException.class
    })
    @Nullable
    ResponseEntity<Object> databaseAway(Exception e, WebRequest request) throws Exception {
        return away("DATABASE_UNAVAILABLE", "The database does not answer.", e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> brokerAway(AmqpException e, WebRequest request) throws Exception {
        return away("BROKER_UNAVAILABLE", "The message broker does not answer.", e, request);
    }

    private static @Nullable ResponseEntity<Object> away(String code, String detail, Exception e, WebRequest request)
            throws Exception {
        if (isUnderWay(request)) {
            throw e;
        }
        LOG.warn("{} The caller gets status 503: {}", detail, e.getMessage());
        ResponseEntity<Object> answer = answer(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        code,
                        detail,
                        "Try again in some seconds; workflows go on by themselves once it is back."),
                request);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(answer.getBody());
    }

    /** Whether part of the answer is on its way: the connection is cut, so that nobody takes it for the whole. */
    private static boolean isUnderWay(WebRequest request) {
        return request instanceof ServletWebRequest web
                && web.getResponse() != null
                && web.getResponse().isCommitted();
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) throws Exception {
        if (e instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (isUnderWay(request)) {
            throw e;
        }
        LOG.error("A request ends unexpectedly; the caller gets status 500", e);
        return answer(
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "UNEXPECTED",
                        "The orchestrator could not handle the request.",
                        "Report it with the trace id; the log of the orchestrator has the cause."),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestTimeoutException(
            AsyncRequestTimeoutException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // A live stream that the server ends; the viewer connects again.
        return null;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String detail = body instanceof ProblemDetail given ? given.getDetail() : null;
        String code = known == HttpStatus.CONTENT_TOO_LARGE ? "SOURCE_TOO_LARGE" : known.name();
        String remedy = known == HttpStatus.CONTENT_TOO_LARGE
                ? "Send less, or raise VERISIM_MAX_SOURCE_BYTES."
                : "Look at the description of the API.";
        ProblemDetail problem = problem(known, code, detail == null ? known.getReasonPhrase() + "." : detail, remedy);
        ResponseEntity<Object> answer = answer(problem, request);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:verisim:error:" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("remedy", remedy);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, WebRequest request) {
        Object trace = request.getAttribute(TraceFilter.TRACE_ID, RequestAttributes.SCOPE_REQUEST);
        Map<String, Object> properties = Objects.requireNonNull(problem.getProperties());
        if (trace != null) {
            properties.put("traceId", trace);
        }
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
