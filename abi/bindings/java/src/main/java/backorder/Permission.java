// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** Permission of the header. */
public enum Permission {
    /** operators only. */
    MANAGE_MARKETPLACE(1),
    MANAGE_INVENTORY(2),
    MANAGE_ORDERS(4),
    MANAGE_FULFILLMENTS(8);

    final int value;

    Permission(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static Permission of(int value) {
        for (Permission each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
