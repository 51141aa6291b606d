// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** bo_order_units of the header. */
public record OrderUnits(String line, String warehouse, long quantity) {
}
