// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

final class Abi {
    static final String VERSION = "1.2.0";
    static final int MAJOR = 1;
    static final int MINOR = 2;
    static final int DRY_RUN = 1;
    static final int DECLINE_BACKORDER = 1;
    static final int STRICT = 1;

    private Abi() {
    }
}
