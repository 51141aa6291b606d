package backorder;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.Set;

/**
 * Who calls, and how: the marketplace, the actor the host vouches for, and what a single call needs.
 *
 * @param user who it was, for the ledger
 * @param traceparent W3C trace context
 * @param timeout zero: the handle's default
 * @param token may be null
 */
public record Call(String marketplace, Role role, String seller, Set<Permission> permissions, String user, String idempotencyKey,
    String traceparent, Duration timeout, Token token) {

    private static Call of(String marketplace, Role role, String seller, Permission... permissions) {
        return new Call(marketplace, role, seller, Set.of(permissions), "", "", "", Duration.ZERO, null);
    }

    /** The platform itself: places, cancels, registers the catalogue, reads. */
    public static Call host(String marketplace) {
        return of(marketplace, Role.HOST, "");
    }

    /** Runs the marketplace. */
    public static Call operator(String marketplace, Permission... permissions) {
        return of(marketplace, Role.OPERATOR, "", permissions);
    }

    /** Sells on it. */
    public static Call seller(String marketplace, String seller, Permission... permissions) {
        return of(marketplace, Role.SELLER, seller, permissions);
    }

    public Call withKey(String key) {
        return new Call(marketplace, role, seller, permissions, user, key, traceparent, timeout, token);
    }

    public Call withTimeout(Duration within) {
        return new Call(marketplace, role, seller, permissions, user, idempotencyKey, traceparent, within, token);
    }

    public Call withToken(Token with) {
        return new Call(marketplace, role, seller, permissions, user, idempotencyKey, traceparent, timeout, with);
    }

    public Call withUser(String who) {
        return new Call(marketplace, role, seller, permissions, who, idempotencyKey, traceparent, timeout, token);
    }

    public Call withTraceparent(String context) {
        return new Call(marketplace, role, seller, permissions, user, idempotencyKey, context, timeout, token);
    }

    Pointer packed(Arena arena) {
        Pointer packed = arena.memory(Pack.CALL);
        packed.setInt(Pack.CALL_STRUCT_SIZE, Pack.CALL);
        packed.setInt(Pack.CALL_ROLE, Arena.given("role", role).value);
        packed.setLong(Pack.CALL_PERMISSIONS, Arena.given("permissions", permissions).stream().mapToLong(each -> each.value).sum());
        arena.text(packed, Pack.CALL_MARKETPLACE, "marketplace", marketplace);
        arena.text(packed, Pack.CALL_SELLER, "seller", seller);
        arena.text(packed, Pack.CALL_USER, "user", user);
        arena.text(packed, Pack.CALL_IDEMPOTENCY_KEY, "idempotency_key", idempotencyKey);
        arena.text(packed, Pack.CALL_TRACEPARENT, "traceparent", traceparent);
        packed.setLong(Pack.CALL_TIMEOUT_MS, milliseconds(timeout));
        packed.setPointer(Pack.CALL_TOKEN, token == null ? null : token.pointer);
        return packed;
    }

    /** Whole milliseconds, none lost. */
    static long milliseconds(Duration duration) {
        return Arena.given("timeout", duration).plusNanos(999_999).toMillis();
    }
}
