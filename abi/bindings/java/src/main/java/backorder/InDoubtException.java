package backorder;

import java.util.List;
import java.util.Map;

/** 4xx: whether it was done is not known. Repeat it with the same key. */
public final class InDoubtException extends BackorderException {
    InDoubtException(int code, String message, Retry retry, String sqlstate, List<Map<String, Object>> details, Result result) {
        super(code, message, retry, sqlstate, details, result);
    }
}
