<?php
declare(strict_types=1);

namespace Backorder;

/** The library cannot be loaded, or is of another version than this package needs. */
final class LibraryException extends CallerException
{
}
