<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** A checked way to write the array of that shape. */
final class PolicyItem extends Item
{
    /**
     * @param $policy one of allow, deny, inherit
     */
    public function __construct(
        public readonly string|Policy $policy,
        public readonly ?string $product = null,
        public readonly ?string $variant = null,
    ) {
    }
}
