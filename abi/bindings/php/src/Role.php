<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

enum Role: int
{
    /** the platform itself: place, cancel, register the catalogue, read; carries no permissions */
    case HOST = 1;
    /** runs the marketplace */
    case OPERATOR = 2;
    /** sells on it; seller is its id */
    case SELLER = 3;
}
