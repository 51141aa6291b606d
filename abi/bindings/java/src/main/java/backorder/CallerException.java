package backorder;

import java.util.List;
import java.util.Map;

/** 1xx: the caller's mistake. */
public class CallerException extends BackorderException {
    CallerException(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        super(code, message, retry, sqlstate, details, result);
    }
}
