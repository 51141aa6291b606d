<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** Bits, to be joined by |. */
final class Permission
{
    /** operators only */
    public const MANAGE_MARKETPLACE = 1;
    public const MANAGE_INVENTORY = 2;
    public const MANAGE_ORDERS = 4;
    public const MANAGE_FULFILLMENTS = 8;
}
