// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

import java.util.List;

/** Tables of results and their columns. */
public final class Tables {
    /** Table settings. */
    public static final class Settings {
        public static final Table TABLE = new Table("settings", 1);
        public static final FlagColumn BACKORDERS_ENABLED = TABLE.add(new FlagColumn("backorders_enabled", 0x0100));
        public static final FlagColumn BEFORE = TABLE.add(new FlagColumn("before", 0x0101));
        public static final FlagColumn DRY_RUN = TABLE.add(new FlagColumn("dry_run", 0x0102));
        public static final IntegerColumn UNITS_OVER_LIMIT = TABLE.add(new IntegerColumn("units_over_limit", 0x0103));

        private Settings() {
        }
    }

    /** Table policies. */
    public static final class Policies {
        public static final Table TABLE = new Table("policies", 2);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0200));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x0201));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x0202));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x0203));
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x0204));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0205));
        public static final TextColumn BEFORE = TABLE.add(new TextColumn("before", 0x0206));
        public static final TextColumn POLICY = TABLE.add(new TextColumn("policy", 0x0207));
        public static final IntegerColumn UNITS_OVER_LIMIT = TABLE.add(new IntegerColumn("units_over_limit", 0x0208));
        public static final FlagColumn DRY_RUN = TABLE.add(new FlagColumn("dry_run", 0x0209));

        private Policies() {
        }
    }

    /** Table thresholds. */
    public static final class Thresholds {
        public static final Table TABLE = new Table("thresholds", 3);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0300));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x0301));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x0302));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x0303));
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x0304));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0305));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0306));
        public static final TextColumn MODE_BEFORE = TABLE.add(new TextColumn("mode_before", 0x0307));
        public static final IntegerColumn THRESHOLD_BEFORE = TABLE.add(new IntegerColumn("threshold_before", 0x0308));
        public static final TextColumn MODE = TABLE.add(new TextColumn("mode", 0x0309));
        public static final IntegerColumn THRESHOLD = TABLE.add(new IntegerColumn("threshold", 0x030a));
        public static final IntegerColumn BACKORDERED = TABLE.add(new IntegerColumn("backordered", 0x030b));
        public static final IntegerColumn UNITS_OVER_LIMIT = TABLE.add(new IntegerColumn("units_over_limit", 0x030c));
        public static final FlagColumn DRY_RUN = TABLE.add(new FlagColumn("dry_run", 0x030d));

        private Thresholds() {
        }
    }

    /** Table warehouses. */
    public static final class Warehouses {
        public static final Table TABLE = new Table("warehouses", 4);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0400));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x0401));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x0402));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x0403));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0404));
        public static final TextColumn OWNER = TABLE.add(new TextColumn("owner", 0x0405));
        public static final IntegerColumn PRIORITY = TABLE.add(new IntegerColumn("priority", 0x0406));
        public static final FlagColumn ACTIVE = TABLE.add(new FlagColumn("active", 0x0407));
        public static final FlagColumn CREATED = TABLE.add(new FlagColumn("created", 0x0408));
        public static final IntegerColumn UNITS_OVER_LIMIT = TABLE.add(new IntegerColumn("units_over_limit", 0x0409));
        public static final FlagColumn DRY_RUN = TABLE.add(new FlagColumn("dry_run", 0x040a));

        private Warehouses() {
        }
    }

    /** Table products. */
    public static final class Products {
        public static final Table TABLE = new Table("products", 5);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0500));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x0501));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x0502));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x0503));
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x0504));
        public static final TextColumn SELLER = TABLE.add(new TextColumn("seller", 0x0505));
        public static final FlagColumn CREATED = TABLE.add(new FlagColumn("created", 0x0506));

        private Products() {
        }
    }

    /** Table variants. */
    public static final class Variants {
        public static final Table TABLE = new Table("variants", 6);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0600));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x0601));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x0602));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x0603));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0604));
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x0605));
        public static final FlagColumn CREATED = TABLE.add(new FlagColumn("created", 0x0606));

        private Variants() {
        }
    }

    /** Table moves. */
    public static final class Moves {
        public static final Table TABLE = new Table("moves", 7);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0700));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x0701));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x0702));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x0703));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0704));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0705));
        public static final TextColumn TO_WAREHOUSE = TABLE.add(new TextColumn("to_warehouse", 0x0706));
        public static final IntegerColumn QUANTITY = TABLE.add(new IntegerColumn("quantity", 0x0707));
        public static final IntegerColumn ON_HAND = TABLE.add(new IntegerColumn("on_hand", 0x0708));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x0709));
        public static final IntegerColumn BACKORDERED = TABLE.add(new IntegerColumn("backordered", 0x070a));
        public static final IntegerColumn AVAILABLE = TABLE.add(new IntegerColumn("available", 0x070b));

        private Moves() {
        }
    }

    /** Table covered. */
    public static final class Covered {
        public static final Table TABLE = new Table("covered", 8);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0800));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x0801));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x0802));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0803));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0804));
        public static final IntegerColumn UNITS = TABLE.add(new IntegerColumn("units", 0x0805));
        public static final FlagColumn READY = TABLE.add(new FlagColumn("ready", 0x0806));

        private Covered() {
        }
    }

    /** Table fallen_back. */
    public static final class FallenBack {
        public static final Table TABLE = new Table("fallen_back", 9);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x0900));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x0901));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x0902));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0903));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0904));
        public static final IntegerColumn UNITS = TABLE.add(new IntegerColumn("units", 0x0905));
        public static final IntegerColumn UNITS_OVER_LIMIT = TABLE.add(new IntegerColumn("units_over_limit", 0x0906));

        private FallenBack() {
        }
    }

    /** Table order. */
    public static final class Order {
        public static final Table TABLE = new Table("order", 10);
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x0a00));
        public static final TextColumn STATE = TABLE.add(new TextColumn("state", 0x0a01));
        public static final IntegerColumn PRIORITY = TABLE.add(new IntegerColumn("priority", 0x0a02));
        public static final TextColumn PLACED_AT = TABLE.add(new TextColumn("placed_at", 0x0a03));

        private Order() {
        }
    }

    /** Table lines. */
    public static final class Lines {
        public static final Table TABLE = new Table("lines", 11);
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x0b00));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0b01));
        public static final IntegerColumn QUANTITY = TABLE.add(new IntegerColumn("quantity", 0x0b02));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x0b03));
        public static final IntegerColumn WAITING = TABLE.add(new IntegerColumn("waiting", 0x0b04));
        public static final IntegerColumn SHIPPED = TABLE.add(new IntegerColumn("shipped", 0x0b05));
        public static final IntegerColumn CANCELLED = TABLE.add(new IntegerColumn("cancelled", 0x0b06));

        private Lines() {
        }
    }

    /** Table parts. */
    public static final class Parts {
        public static final Table TABLE = new Table("parts", 12);
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x0c00));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0c01));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0c02));
        public static final IntegerColumn QUANTITY = TABLE.add(new IntegerColumn("quantity", 0x0c03));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x0c04));
        public static final IntegerColumn WAITING = TABLE.add(new IntegerColumn("waiting", 0x0c05));
        public static final IntegerColumn SHIPPED = TABLE.add(new IntegerColumn("shipped", 0x0c06));
        public static final IntegerColumn CANCELLED = TABLE.add(new IntegerColumn("cancelled", 0x0c07));

        private Parts() {
        }
    }

    /** Table fulfillments. */
    public static final class Fulfillments {
        public static final Table TABLE = new Table("fulfillments", 13);
        public static final IntegerColumn FULFILLMENT = TABLE.add(new IntegerColumn("fulfillment", 0x0d00));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0d01));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x0d02));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0d03));
        public static final IntegerColumn QUANTITY = TABLE.add(new IntegerColumn("quantity", 0x0d04));
        public static final TextColumn STATE = TABLE.add(new TextColumn("state", 0x0d05));
        public static final TextColumn CREATED_AT = TABLE.add(new TextColumn("created_at", 0x0d06));

        private Fulfillments() {
        }
    }

    /** Table shippable. */
    public static final class Shippable {
        public static final Table TABLE = new Table("shippable", 14);
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x0e00));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0e01));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0e02));
        public static final IntegerColumn SHIPPABLE = TABLE.add(new IntegerColumn("shippable", 0x0e03));
        public static final IntegerColumn WAITING = TABLE.add(new IntegerColumn("waiting", 0x0e04));
        public static final FlagColumn STRICT = TABLE.add(new FlagColumn("strict", 0x0e05));
        public static final IntegerColumn FREE_HERE = TABLE.add(new IntegerColumn("free_here", 0x0e06));
        public static final TextColumn REASON = TABLE.add(new TextColumn("reason", 0x0e07));

        private Shippable() {
        }
    }

    /** Table stock. */
    public static final class Stock {
        public static final Table TABLE = new Table("stock", 15);
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x0f00));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x0f01));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x0f02));
        public static final TextColumn SELLER = TABLE.add(new TextColumn("seller", 0x0f03));
        public static final IntegerColumn ON_HAND = TABLE.add(new IntegerColumn("on_hand", 0x0f04));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x0f05));
        public static final IntegerColumn BACKORDERED = TABLE.add(new IntegerColumn("backordered", 0x0f06));
        public static final TextColumn THRESHOLD_MODE = TABLE.add(new TextColumn("threshold_mode", 0x0f07));
        public static final IntegerColumn THRESHOLD = TABLE.add(new IntegerColumn("threshold", 0x0f08));
        public static final TextColumn THRESHOLD_FROM = TABLE.add(new TextColumn("threshold_from", 0x0f09));
        public static final IntegerColumn AVAILABLE = TABLE.add(new IntegerColumn("available", 0x0f0a));
        public static final IntegerColumn BACKORDER_ROOM = TABLE.add(new IntegerColumn("backorder_room", 0x0f0b));
        public static final FlagColumn ROOM_UNLIMITED = TABLE.add(new FlagColumn("room_unlimited", 0x0f0c));
        public static final IntegerColumn SELLABLE = TABLE.add(new IntegerColumn("sellable", 0x0f0d));
        public static final TextColumn SHUT_GATE = TABLE.add(new TextColumn("shut_gate", 0x0f0e));
        public static final IntegerColumn UNITS_OVER_LIMIT = TABLE.add(new IntegerColumn("units_over_limit", 0x0f0f));
        public static final IntegerColumn COMMITTED = TABLE.add(new IntegerColumn("committed", 0x0f10));
        public static final IntegerColumn OUT_OF_STOCK_THRESHOLD = TABLE.add(new IntegerColumn("out_of_stock_threshold", 0x0f11));

        private Stock() {
        }
    }

    /** Table variant_totals. */
    public static final class VariantTotals {
        public static final Table TABLE = new Table("variant_totals", 16);
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x1000));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1001));
        public static final TextColumn POLICY = TABLE.add(new TextColumn("policy", 0x1002));
        public static final FlagColumn BACKORDERS_ALLOWED = TABLE.add(new FlagColumn("backorders_allowed", 0x1003));
        public static final IntegerColumn ON_HAND = TABLE.add(new IntegerColumn("on_hand", 0x1004));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x1005));
        public static final IntegerColumn BACKORDERED = TABLE.add(new IntegerColumn("backordered", 0x1006));
        public static final IntegerColumn AVAILABLE = TABLE.add(new IntegerColumn("available", 0x1007));
        public static final IntegerColumn BACKORDER_ROOM = TABLE.add(new IntegerColumn("backorder_room", 0x1008));
        public static final FlagColumn ROOM_UNLIMITED = TABLE.add(new FlagColumn("room_unlimited", 0x1009));
        public static final IntegerColumn SELLABLE = TABLE.add(new IntegerColumn("sellable", 0x100a));

        private VariantTotals() {
        }
    }

    /** Table product_totals. */
    public static final class ProductTotals {
        public static final Table TABLE = new Table("product_totals", 17);
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x1100));
        public static final TextColumn SELLER = TABLE.add(new TextColumn("seller", 0x1101));
        public static final TextColumn POLICY = TABLE.add(new TextColumn("policy", 0x1102));
        public static final IntegerColumn VARIANTS = TABLE.add(new IntegerColumn("variants", 0x1103));
        public static final IntegerColumn ON_HAND = TABLE.add(new IntegerColumn("on_hand", 0x1104));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x1105));
        public static final IntegerColumn BACKORDERED = TABLE.add(new IntegerColumn("backordered", 0x1106));
        public static final IntegerColumn AVAILABLE = TABLE.add(new IntegerColumn("available", 0x1107));
        public static final IntegerColumn BACKORDER_ROOM = TABLE.add(new IntegerColumn("backorder_room", 0x1108));
        public static final FlagColumn ROOM_UNLIMITED = TABLE.add(new FlagColumn("room_unlimited", 0x1109));
        public static final IntegerColumn SELLABLE = TABLE.add(new IntegerColumn("sellable", 0x110a));

        private ProductTotals() {
        }
    }

    /** Table availability. */
    public static final class Availability {
        public static final Table TABLE = new Table("availability", 18);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x1200));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x1201));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x1202));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x1203));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1204));
        public static final TextColumn STATE = TABLE.add(new TextColumn("state", 0x1205));
        public static final IntegerColumn NOW = TABLE.add(new IntegerColumn("now", 0x1206));
        public static final IntegerColumn LATER = TABLE.add(new IntegerColumn("later", 0x1207));
        public static final FlagColumn LATER_UNLIMITED = TABLE.add(new FlagColumn("later_unlimited", 0x1208));
        public static final TextColumn SHUT_GATE = TABLE.add(new TextColumn("shut_gate", 0x1209));
        public static final IntegerColumn QUANTITY = TABLE.add(new IntegerColumn("quantity", 0x120a));
        public static final IntegerColumn SPLIT_NOW = TABLE.add(new IntegerColumn("split_now", 0x120b));
        public static final IntegerColumn SPLIT_LATER = TABLE.add(new IntegerColumn("split_later", 0x120c));
        public static final IntegerColumn SHORT = TABLE.add(new IntegerColumn("short", 0x120d));

        private Availability() {
        }
    }

    /** Table queue. */
    public static final class Queue {
        public static final Table TABLE = new Table("queue", 19);
        public static final IntegerColumn PLACE = TABLE.add(new IntegerColumn("place", 0x1300));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x1301));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x1302));
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x1303));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1304));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x1305));
        public static final TextColumn SELLER = TABLE.add(new TextColumn("seller", 0x1306));
        public static final IntegerColumn UNITS = TABLE.add(new IntegerColumn("units", 0x1307));
        public static final IntegerColumn PRIORITY = TABLE.add(new IntegerColumn("priority", 0x1308));
        public static final TextColumn SINCE = TABLE.add(new TextColumn("since", 0x1309));
        public static final IntegerColumn FREE_ELSEWHERE = TABLE.add(new IntegerColumn("free_elsewhere", 0x130a));

        private Queue() {
        }
    }

    /** Table events. */
    public static final class Events {
        public static final Table TABLE = new Table("events", 20);
        public static final TextColumn TYPE = TABLE.add(new TextColumn("type", 0x1400));
        public static final TextColumn AT = TABLE.add(new TextColumn("at", 0x1401));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1402));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x1403));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x1404));
        public static final JsonColumn BODY = TABLE.add(new JsonColumn("body", 0x1405));

        private Events() {
        }
    }

    /** Table cursor. */
    public static final class Cursor {
        public static final Table TABLE = new Table("cursor", 21);
        public static final TextColumn CURSOR = TABLE.add(new TextColumn("cursor", 0x1500));
        public static final FlagColumn MORE = TABLE.add(new FlagColumn("more", 0x1501));

        private Cursor() {
        }
    }

    /** Table ledger. */
    public static final class Ledger {
        public static final Table TABLE = new Table("ledger", 22);
        public static final IntegerColumn SEQUENCE = TABLE.add(new IntegerColumn("sequence", 0x1600));
        public static final TextColumn AT = TABLE.add(new TextColumn("at", 0x1601));
        public static final TextColumn ACTOR = TABLE.add(new TextColumn("actor", 0x1602));
        public static final TextColumn VERB = TABLE.add(new TextColumn("verb", 0x1603));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1604));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x1605));
        public static final IntegerColumn ON_HAND = TABLE.add(new IntegerColumn("on_hand", 0x1606));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x1607));
        public static final IntegerColumn BACKORDERED = TABLE.add(new IntegerColumn("backordered", 0x1608));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x1609));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x160a));
        public static final TextColumn KEY = TABLE.add(new TextColumn("key", 0x160b));

        private Ledger() {
        }
    }

    /** Table verify. */
    public static final class Verify {
        public static final Table TABLE = new Table("verify", 23);
        public static final IntegerColumn STOCK_RECORDS = TABLE.add(new IntegerColumn("stock_records", 0x1700));
        public static final IntegerColumn PARTS = TABLE.add(new IntegerColumn("parts", 0x1701));
        public static final IntegerColumn LEDGER_ROWS = TABLE.add(new IntegerColumn("ledger_rows", 0x1702));
        public static final IntegerColumn DIFFERENCES = TABLE.add(new IntegerColumn("differences", 0x1703));
        public static final TextColumn NEXT = TABLE.add(new TextColumn("next", 0x1704));
        public static final IntegerColumn CHECKED = TABLE.add(new IntegerColumn("checked", 0x1705));
        public static final IntegerColumn TOTAL = TABLE.add(new IntegerColumn("total", 0x1706));

        private Verify() {
        }
    }

    /** Table differences. */
    public static final class Differences {
        public static final Table TABLE = new Table("differences", 24);
        public static final TextColumn WHAT = TABLE.add(new TextColumn("what", 0x1800));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1801));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x1802));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x1803));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x1804));
        public static final IntegerColumn EXPECTED = TABLE.add(new IntegerColumn("expected", 0x1805));
        public static final IntegerColumn FOUND = TABLE.add(new IntegerColumn("found", 0x1806));

        private Differences() {
        }
    }

    /** Table schema. */
    public static final class Schema {
        public static final Table TABLE = new Table("schema", 25);
        public static final IntegerColumn BEFORE = TABLE.add(new IntegerColumn("before", 0x1900));
        public static final IntegerColumn VERSION = TABLE.add(new IntegerColumn("version", 0x1901));
        public static final IntegerColumn LATEST = TABLE.add(new IntegerColumn("latest", 0x1902));

        private Schema() {
        }
    }

    /** Table log. */
    public static final class Log {
        public static final Table TABLE = new Table("log", 26);
        public static final TextColumn AT = TABLE.add(new TextColumn("at", 0x1a00));
        public static final TextColumn LEVEL = TABLE.add(new TextColumn("level", 0x1a01));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x1a02));

        private Log() {
        }
    }

    /** Table placed. */
    public static final class Placed {
        public static final Table TABLE = new Table("placed", 27);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x1b00));
        public static final IntegerColumn STATUS = TABLE.add(new IntegerColumn("status", 0x1b01));
        public static final TextColumn MESSAGE = TABLE.add(new TextColumn("message", 0x1b02));
        public static final JsonColumn DETAILS = TABLE.add(new JsonColumn("details", 0x1b03));
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x1b04));
        public static final TextColumn STATE = TABLE.add(new TextColumn("state", 0x1b05));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x1b06));
        public static final IntegerColumn WAITING = TABLE.add(new IntegerColumn("waiting", 0x1b07));
        public static final FlagColumn REPLAYED = TABLE.add(new FlagColumn("replayed", 0x1b08));

        private Placed() {
        }
    }

    /** Table placed_parts. */
    public static final class PlacedParts {
        public static final Table TABLE = new Table("placed_parts", 28);
        public static final IntegerColumn ITEM = TABLE.add(new IntegerColumn("item", 0x1c00));
        public static final TextColumn LINE = TABLE.add(new TextColumn("line", 0x1c01));
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1c02));
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x1c03));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x1c04));
        public static final IntegerColumn WAITING = TABLE.add(new IntegerColumn("waiting", 0x1c05));

        private PlacedParts() {
        }
    }

    /** Table warehouse_list. */
    public static final class WarehouseList {
        public static final Table TABLE = new Table("warehouse_list", 29);
        public static final TextColumn WAREHOUSE = TABLE.add(new TextColumn("warehouse", 0x1d00));
        public static final TextColumn OWNER = TABLE.add(new TextColumn("owner", 0x1d01));
        public static final IntegerColumn PRIORITY = TABLE.add(new IntegerColumn("priority", 0x1d02));
        public static final FlagColumn ACTIVE = TABLE.add(new FlagColumn("active", 0x1d03));

        private WarehouseList() {
        }
    }

    /** Table product_list. */
    public static final class ProductList {
        public static final Table TABLE = new Table("product_list", 30);
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x1e00));
        public static final TextColumn SELLER = TABLE.add(new TextColumn("seller", 0x1e01));
        public static final TextColumn POLICY = TABLE.add(new TextColumn("policy", 0x1e02));

        private ProductList() {
        }
    }

    /** Table variant_list. */
    public static final class VariantList {
        public static final Table TABLE = new Table("variant_list", 31);
        public static final TextColumn VARIANT = TABLE.add(new TextColumn("variant", 0x1f00));
        public static final TextColumn PRODUCT = TABLE.add(new TextColumn("product", 0x1f01));
        public static final TextColumn SELLER = TABLE.add(new TextColumn("seller", 0x1f02));
        public static final TextColumn POLICY = TABLE.add(new TextColumn("policy", 0x1f03));
        public static final FlagColumn BACKORDERS_ALLOWED = TABLE.add(new FlagColumn("backorders_allowed", 0x1f04));

        private VariantList() {
        }
    }

    /** Table open_orders. */
    public static final class OpenOrders {
        public static final Table TABLE = new Table("open_orders", 32);
        public static final TextColumn ORDER = TABLE.add(new TextColumn("order", 0x2000));
        public static final TextColumn PLACED_AT = TABLE.add(new TextColumn("placed_at", 0x2001));
        public static final IntegerColumn PRIORITY = TABLE.add(new IntegerColumn("priority", 0x2002));
        public static final IntegerColumn LINES = TABLE.add(new IntegerColumn("lines", 0x2003));
        public static final IntegerColumn ALLOCATED = TABLE.add(new IntegerColumn("allocated", 0x2004));
        public static final IntegerColumn WAITING = TABLE.add(new IntegerColumn("waiting", 0x2005));

        private OpenOrders() {
        }
    }

    /** Table held. */
    public static final class Held {
        public static final Table TABLE = new Table("held", 33);
        public static final TextColumn SINCE = TABLE.add(new TextColumn("since", 0x2100));
        public static final TextColumn TRANSACTION_SINCE = TABLE.add(new TextColumn("transaction_since", 0x2101));
        public static final IntegerColumn PID = TABLE.add(new IntegerColumn("pid", 0x2102));
        public static final TextColumn APPLICATION = TABLE.add(new TextColumn("application", 0x2103));
        public static final TextColumn USER = TABLE.add(new TextColumn("user", 0x2104));
        public static final TextColumn DATABASE = TABLE.add(new TextColumn("database", 0x2105));
        public static final TextColumn PREPARED = TABLE.add(new TextColumn("prepared", 0x2106));

        private Held() {
        }
    }

    /** All of them. */
    public static final List<Table> ALL = List.of(Settings.TABLE, Policies.TABLE, Thresholds.TABLE, Warehouses.TABLE, Products.TABLE, Variants.TABLE, Moves.TABLE, Covered.TABLE, FallenBack.TABLE, Order.TABLE, Lines.TABLE, Parts.TABLE, Fulfillments.TABLE, Shippable.TABLE, Stock.TABLE, VariantTotals.TABLE, ProductTotals.TABLE, Availability.TABLE, Queue.TABLE, Events.TABLE, Cursor.TABLE, Ledger.TABLE, Verify.TABLE, Differences.TABLE, Schema.TABLE, Log.TABLE, Placed.TABLE, PlacedParts.TABLE, WarehouseList.TABLE, ProductList.TABLE, VariantList.TABLE, OpenOrders.TABLE, Held.TABLE);

    private Tables() {
    }
}
