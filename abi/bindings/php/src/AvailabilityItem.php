<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class AvailabilityItem extends Item
{
    public function __construct(
        public readonly string $variant,
        public readonly ?int $quantity = null,
    ) {
    }
}
