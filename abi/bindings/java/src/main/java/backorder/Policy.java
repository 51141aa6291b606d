// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** Policy of the header. */
public enum Policy {
    INHERIT(1),
    ALLOW(2),
    DENY(3);

    final int value;

    Policy(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static Policy of(int value) {
        for (Policy each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
