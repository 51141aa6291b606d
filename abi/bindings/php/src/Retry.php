<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

enum Retry: int
{
    case NO = 0;
    case SAFE = 1;
    case SAME_KEY = 2;
}
