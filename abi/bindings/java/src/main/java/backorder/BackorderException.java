package backorder;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;

/** A call that was refused or failed; its kinds are the subclasses. */
public class BackorderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient Retry retry;
    private final String sqlstate;
    private final transient List<Map<String, Object>> details;
    private final transient Result result;

    BackorderException(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        super((Status.of(code) == null ? String.valueOf(code) : Status.of(code).name()) + ": " + message);
        this.code = code;
        this.retry = retry;
        this.sqlstate = sqlstate;
        this.details = details;
        this.result = result;
    }

    /** What it is; null if this package does not know the status, which is then {@link #code()}. */
    public Status status() {
        return Status.of(code);
    }

    /** The status as a number. */
    public int code() {
        return code;
    }

    /** Whether and how to repeat the call. */
    public Retry retry() {
        return retry;
    }

    /** The database's code, or empty. */
    public String sqlstate() {
        return sqlstate;
    }

    /** One map for each thing it is about: line, warehouse, asked, available, gate, field, ... Integers are Long. */
    public List<Map<String, Object>> details() {
        return details;
    }

    /** Of a batch: the outcome of every item; else null. */
    public Result result() {
        return result;
    }

    private static BackorderException of(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        return switch (code / 100) {
            case 1 -> new CallerException(code, message, retry, sqlstate, details, result);
            case 2 -> new RefusedException(code, message, retry, sqlstate, details, result);
            case 3 -> new EnvironmentException(code, message, retry, sqlstate, details, result);
            case 4 -> new InDoubtException(code, message, retry, sqlstate, details, result);
            default -> new InternalException(code, message, retry, sqlstate, details, result);
        };
    }

    /** An error of this package, in the library's words. */
    static BackorderException refusal(Status status, String message, Map<String, Object> about) {
        return of(status.value, message, Retry.NO, "", about.isEmpty() ? List.of() : List.of(about), null);
    }

    /** Reads an error of the library and frees it. */
    @SuppressWarnings("unchecked")
    static BackorderException take(Library library, int code, Pointer error, Result result) {
        if (error == null) {
            return of(code, library.text("bo_status_name", code), Retry.NO, "", List.of(), result);
        }
        try {
            Map<String, Object> said = (Map<String, Object>) Json.parse(library.text("bo_error_json", error));
            return of(code, library.text("bo_error_message", error), Retry.of(library.call("bo_error_retry", error)),
                library.text("bo_error_sqlstate", error), (List<Map<String, Object>>) said.getOrDefault("details", List.of()), result);
        } finally {
            library.run("bo_error_free", error);
        }
    }
}
