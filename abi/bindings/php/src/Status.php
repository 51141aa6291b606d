<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

enum Status: int
{
    case OK = 0;
    /** a pointer that must be given is NULL */
    case NULL_ARGUMENT = 101;
    /** struct_size can't be, or the tail we do not know is not zero */
    case STRUCT_SIZE = 102;
    /** a reserved field or an unknown flag bit is not 0 */
    case RESERVED = 103;
    /** the handle is closed, or never was one */
    case CLOSED = 104;
    /** the handle was opened by the parent process */
    case FORKED = 105;
    /** this library has not the asked interface version */
    case ABI_VERSION = 106;
    /** the configuration is not valid */
    case CONFIG = 107;
    /** too many items, too many bytes, too deep */
    case LIMIT = 108;
    /** not JSON, or not of the operation's shape */
    case JSON = 109;
    /** a JSON member the operation does not know */
    case UNKNOWN_MEMBER = 110;
    /** no operation of that name */
    case UNKNOWN_OPERATION = 111;
    /** an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new */
    case TEXT = 112;
    /** another value that can't be */
    case ARGUMENT = 113;
    /** a quantity below 1, a threshold or count below 0, no whole number of 64 bits */
    case QUANTITY = 114;
    /** a line, warehouse or record stands twice in the request */
    case DUPLICATE = 115;
    /** role, seller and permissions do not fit each other */
    case ACTOR = 116;
    /** a mutation without idempotency key */
    case KEY_REQUIRED = 117;
    /** the key was used for another request; `field` tells where they differ */
    case KEY_REUSED = 118;
    /** this actor may not do that; `needed` says what would allow it */
    case PERMISSION = 201;
    /** unknown, or not this actor's */
    case NOT_FOUND = 202;
    /** belongs to another already (the owner of a product or warehouse, an order's id) */
    case CONFLICT = 203;
    /** the marketplace does not accept backorders: nothing to configure */
    case BACKORDERS_OFF = 204;
    /** a sum would pass 2^63 - 1 */
    case OVERFLOW = 205;
    /** not enough to sell: asked, available, backorder_room and shut gate per line and warehouse */
    case SHORTAGE = 206;
    /** strict fulfilment: units still wait at that warehouse */
    case RESTOCK_FIRST = 207;
    /** more than can ship now: asked, shippable, waiting per entry */
    case NOT_SHIPPABLE = 208;
    /** more than is still open of the line */
    case NOT_CANCELLABLE = 209;
    /** more than is free at the warehouse, or than waits there */
    case NOT_AVAILABLE = 210;
    /** that fulfilment is cancelled already */
    case ALREADY_CANCELLED = 211;
    /** units may not wait at that warehouse; `gate` says why */
    case GATE_SHUT = 212;
    /** some items of the batch were done, some refused: read the outcomes */
    case SOME_REFUSED = 213;
    /** the database is not reachable, the message says why; nothing was done */
    case UNAVAILABLE = 301;
    /** not done within the timeout; nothing was done */
    case TIMEOUT = 302;
    /** the token was cancelled; nothing was done */
    case CANCELLED = 303;
    /** the database accepts no writes (a standby?) */
    case READ_ONLY = 304;
    /** our tables are not installed: bo_migrate, or "migrate": true */
    case SCHEMA_MISSING = 305;
    /** the schema is older than this library needs, newer than it knows, or altered */
    case SCHEMA_VERSION = 306;
    /** the database role lacks a right: packaging/grants.sql */
    case PRIVILEGE = 307;
    /** no memory, thread or file descriptor left in this process; nothing was done */
    case OUT_OF_MEMORY = 308;
    /** another error of the database; nothing was done; sqlstate and its text are in the error */
    case DATABASE = 309;
    /** queue_size calls wait already, nothing was done; since 1.1 */
    case BUSY = 310;
    /** may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it */
    case IN_DOUBT = 401;
    /** a fault of this library; it may have been done; please report it with the message */
    case INTERNAL = 501;
}
