package io.verisim.model.error;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error that is understood: carries its classification. Anything else that is thrown is unexpected. */
public final class VerisimException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ErrorDetail detail;

    public VerisimException(ErrorDetail detail) {
        this(detail, null);
    }

    public VerisimException(ErrorDetail detail, @Nullable Throwable cause) {
        super(detail.message(), cause);
        this.detail = detail;
    }

    /** A DATA error; {@code context} usually names file, row and column. */
    public static VerisimException data(String code, String message, String remedy, Map<String, String> context) {
        return new VerisimException(
                ErrorDetail.of(ErrorCategory.DATA, code, message, remedy).withContext(context));
    }

    public static VerisimException configuration(String code, String message, String remedy) {
        return new VerisimException(ErrorDetail.of(ErrorCategory.CONFIGURATION, code, message, remedy));
    }

    public static VerisimException integration(String code, String message, String remedy, @Nullable Throwable cause) {
        return new VerisimException(ErrorDetail.of(ErrorCategory.INTEGRATION, code, message, remedy), cause);
    }

    public ErrorDetail detail() {
        return detail;
    }
}
