// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** Status of the header. */
public enum Status {
    OK(0),
    /** a pointer that must be given is NULL. */
    NULL_ARGUMENT(101),
    /** struct_size can't be, or the tail we do not know is not zero. */
    STRUCT_SIZE(102),
    /** a reserved field or an unknown flag bit is not 0. */
    RESERVED(103),
    /** the handle is closed, or never was one. */
    CLOSED(104),
    /** the handle was opened by the parent process. */
    FORKED(105),
    /** this library has not the asked interface version. */
    ABI_VERSION(106),
    /** the configuration is not valid. */
    CONFIG(107),
    /** too many items, too many bytes, too deep. */
    LIMIT(108),
    /** not JSON, or not of the operation's shape. */
    JSON(109),
    /** a JSON member the operation does not know. */
    UNKNOWN_MEMBER(110),
    /** no operation of that name. */
    UNKNOWN_OPERATION(111),
    /** an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new. */
    TEXT(112),
    /** another value that can't be. */
    ARGUMENT(113),
    /** a quantity below 1, a threshold or count below 0, no whole number of 64 bits. */
    QUANTITY(114),
    /** a line, warehouse or record stands twice in the request. */
    DUPLICATE(115),
    /** role, seller and permissions do not fit each other. */
    ACTOR(116),
    /** a mutation without idempotency key. */
    KEY_REQUIRED(117),
    /** the key was used for another request; `field` tells where they differ. */
    KEY_REUSED(118),
    /** this actor may not do that; `needed` says what would allow it. */
    PERMISSION(201),
    /** unknown, or not this actor's. */
    NOT_FOUND(202),
    /** belongs to another already (the owner of a product or warehouse, an order's id). */
    CONFLICT(203),
    /** the marketplace does not accept backorders: nothing to configure. */
    BACKORDERS_OFF(204),
    /** a sum would pass 2^63 - 1. */
    OVERFLOW(205),
    /** not enough to sell: asked, available, backorder_room and shut gate per line and warehouse. */
    SHORTAGE(206),
    /** strict fulfilment: units still wait at that warehouse. */
    RESTOCK_FIRST(207),
    /** more than can ship now: asked, shippable, waiting per entry. */
    NOT_SHIPPABLE(208),
    /** more than is still open of the line. */
    NOT_CANCELLABLE(209),
    /** more than is free at the warehouse, or than waits there. */
    NOT_AVAILABLE(210),
    /** that fulfilment is cancelled already. */
    ALREADY_CANCELLED(211),
    /** units may not wait at that warehouse; `gate` says why. */
    GATE_SHUT(212),
    /** some items of the batch were done, some refused: read the outcomes. */
    SOME_REFUSED(213),
    /** the database is not reachable, the message says why; nothing was done. */
    UNAVAILABLE(301),
    /** not done within the timeout; nothing was done. */
    TIMEOUT(302),
    /** the token was cancelled; nothing was done. */
    CANCELLED(303),
    /** the database accepts no writes (a standby?). */
    READ_ONLY(304),
    /** our tables are not installed: bo_migrate, or "migrate": true. */
    SCHEMA_MISSING(305),
    /** the schema is older than this library needs, newer than it knows, or altered. */
    SCHEMA_VERSION(306),
    /** the database role lacks a right: packaging/grants.sql. */
    PRIVILEGE(307),
    /** no memory, thread or file descriptor left in this process; nothing was done. */
    OUT_OF_MEMORY(308),
    /** another error of the database; nothing was done; sqlstate and its text are in the error. */
    DATABASE(309),
    /** queue_size calls wait already, nothing was done; since 1.1. */
    BUSY(310),
    /** may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it. */
    IN_DOUBT(401),
    /** a fault of this library; it may have been done; please report it with the message. */
    INTERNAL(501);

    final int value;

    Status(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static Status of(int value) {
        for (Status each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
