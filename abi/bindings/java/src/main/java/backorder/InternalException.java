package backorder;

import java.util.List;
import java.util.Map;

/** 5xx: a fault of the library. */
public final class InternalException extends BackorderException {
    InternalException(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        super(code, message, retry, sqlstate, details, result);
    }
}
