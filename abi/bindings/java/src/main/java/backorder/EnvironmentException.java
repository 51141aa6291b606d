package backorder;

import java.util.List;
import java.util.Map;

/** 3xx: database, time or memory. */
public final class EnvironmentException extends BackorderException {
    EnvironmentException(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        super(code, message, retry, sqlstate, details, result);
    }
}
