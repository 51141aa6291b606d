// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** bo_availability_item of the header. */
public record AvailabilityItem(String variant, long quantity) {
}
