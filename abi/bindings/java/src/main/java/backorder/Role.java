// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** Role of the header. */
public enum Role {
    /** the platform itself: place, cancel, register the catalogue, read; carries no permissions. */
    HOST(1),
    /** runs the marketplace. */
    OPERATOR(2),
    /** sells on it; seller is its id. */
    SELLER(3);

    final int value;

    Role(int value) {
        this.value = value;
    }

    /** The one of that number; null if this package knows none. */
    public static Role of(int value) {
        for (Role each : values()) {
            if (each.value == value) {
                return each;
            }
        }
        return null;
    }
}
