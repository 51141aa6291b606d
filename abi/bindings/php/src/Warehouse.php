<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class Warehouse extends Item
{
    public function __construct(
        public readonly string $warehouse,
        public readonly ?string $owner = null,
        public readonly ?int $priority = null,
        public readonly ?bool $active = null,
    ) {
    }
}
