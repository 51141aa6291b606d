package backorder;

import java.util.List;
import java.util.Map;

/** 2xx: the domain says no. */
public final class RefusedException extends BackorderException {
    RefusedException(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        super(code, message, retry, sqlstate, details, result);
    }
}
