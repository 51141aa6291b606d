<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

enum Policy: int
{
    case INHERIT = 1;
    case ALLOW = 2;
    case DENY = 3;
}
